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

# Measure the speed of a build, and how linking and the dashboard scale.
bench:
    python bench/speed.py
    python bench/linking_scale.py 10000
    python bench/dashboard_scale.py 10000

# Save screenshots of every page (light, dark, phone) in docs/screenshots; needs Chromium.
screenshots:
    python docs/screenshots.py

# Show how a sentence is coded, and why: `just explain "Armenia shelled Talish." --published 2020-10-05`.
[positional-arguments]
explain +ARGUMENTS:
    contactline explain "$@"
