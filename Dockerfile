# Bole in a container. Not run where it was written: there is no Docker engine there. The commands are those that `make company` runs,
# and those are tested.
FROM python:3.11-slim-bookworm AS build
WORKDIR /build
COPY pyproject.toml uv.lock README.md LICENSE hatch_build.py package.json package-lock.json ./
COPY scripts/build_assets.py scripts/build_assets.py
COPY src src
# The lock decides every version; the wheel carries the built assets.
RUN pip install --no-cache-dir 'uv>=0.9,<1' \
    && uv export --frozen --no-default-groups --no-emit-project --output-file requirements.txt \
    && pip install --no-cache-dir --require-hashes --prefix /installed -r requirements.txt \
    && pip install --no-cache-dir --no-deps --prefix /installed .

FROM python:3.11-slim-bookworm
RUN useradd --system --create-home --home-dir /var/lib/bole bole
COPY --from=build /installed /usr/local
USER bole
WORKDIR /var/lib/bole
ENV BOLE_DATA=/var/lib/bole PYTHONUTF8=1
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
ENTRYPOINT ["bole"]
CMD ["serve"]
