# The dashboard in a container: docker build -t contactline . && docker run -p 8501:8501 -v tables:/tables contactline
# Articles of your own: add -v /my/articles:/articles:ro. The README says how much memory and disk a collection needs.
FROM python:3.11-slim AS built

COPY . /contactline
RUN python -m venv /venv \
    && grep -v '^-e' /contactline/requirements.txt > /requirements.txt \
    && /venv/bin/pip install --no-cache-dir -r /requirements.txt \
    && /venv/bin/pip install --no-cache-dir --no-deps -e /contactline

FROM python:3.11-slim

RUN useradd --uid 10001 --no-create-home contactline \
    && mkdir /tables /articles \
    && chown contactline /tables
COPY --from=built /venv /venv
COPY --from=built /contactline /contactline

ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    HOME=/tmp \
    CONTACTLINE_TABLES=/tables \
    CONTACTLINE_CORRECTIONS=/tables/corrections.csv \
    CONTACTLINE_EDIT=0
WORKDIR /contactline
USER contactline
VOLUME /tables
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
ENTRYPOINT ["/contactline/.docker/start"]
