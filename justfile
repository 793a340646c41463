# Tasks of the project: `just TASK`. Each one is a plain command that can also be typed by itself.

# List the tasks.
default:
    @just --list

# Open the dashboard on the five articles.
run *ARGUMENTS:
    streamlit run dashboard.py {{ARGUMENTS}}

# Run the tests, all or those named: `just test tests/dates`.
test *TESTS:
    pytest {{TESTS}}

# Check style, types and the lexicon.
check:
    ruff check .
    ruff format --check .
    mypy
    contactline check

# Measure the speed of a build, how linking and the dashboard scale, and how long a visitor waits (needs Chromium).
bench:
    python bench/speed.py
    python bench/linking_scale.py 10000
    python bench/dashboard_scale.py 10000
    python bench/browser_speed.py

# Save screenshots of every page (light, dark, phone) in docs/screenshots; `just screenshots --articles PATH` takes others as well; needs Chromium.
screenshots *ARGUMENTS:
    python docs/screenshots.py {{ARGUMENTS}}

# Show how a sentence is coded, and why: `just explain "Armenia shelled Talish." --published 2020-10-05`.
[positional-arguments]
explain +ARGUMENTS:
    contactline explain "$@"
