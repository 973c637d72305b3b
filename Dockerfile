# syntax=docker/dockerfile:1
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image has its own Node, so the one that npm would bring (optional) stays out; no package may run a script.
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force

FROM ${NODE_IMAGE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 VIGIA_DATA_DIR=/app/data NODE_COMPILE_CACHE=/app/compiled
WORKDIR /app
RUN mkdir /app/data /app/compiled && chown node:node /app/data /app/compiled
COPY --from=packages /app/node_modules ./node_modules
COPY package.json manifest.yml LICENSE ./
COPY bin ./bin
COPY src ./src
USER node
# Each start of a container would be a first one: what the bot loads is compiled here, and nobody writes it any more.
RUN node bin/compile.mjs && chmod -R a-w /app/compiled
VOLUME /app/data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/start.mjs"]
