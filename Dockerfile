# Acquis with its own files alone: it needs a MongoDB (MONGODB_URI), see compose.yaml.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force
COPY --from=build /app/dist ./dist
COPY views ./views
COPY src/web/browser ./src/web/browser
COPY src/edges/second-opinion/ask_openbadges.py ./src/edges/second-opinion/
# What is kept outside MongoDB, for example the embedded engine's data, goes to a volume here.
RUN mkdir /data && chown node:node /data
ENV ACQUIS_HOST=0.0.0.0 ACQUIS_PORT=8080 ACQUIS_DATA_FOLDER=/data
# Compiled modules are kept for the next start of the container: a sixth less CPU until it is ready.
ENV NODE_COMPILE_CACHE=/tmp/node-compile-cache
USER node
EXPOSE 8080
VOLUME /data
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.ACQUIS_PORT + '/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "dist/src/app/main.js"]
