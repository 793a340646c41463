# Tasks of the project: `just TASK`. Each is a plain command that can be typed as it stands.

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

# Measure the speed of the path, and how linking and the dashboard grow.
bench:
    python bench/speed.py
    python bench/linking_scale.py 10000
    python bench/dashboard_scale.py 10000

# Photograph every page (light, dark, phone) into docs/screenshots; needs Chromium.
screenshots:
    python docs/screenshots.py

# Show how a sentence is coded, and why: `just explain "Armenia shelled Talish." --published 2020-10-05`.
[positional-arguments]
explain +ARGUMENTS:
    contactline explain "$@"
