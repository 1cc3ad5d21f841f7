# Needs a PostgreSQL: see compose.yaml. (Written for the commands below; not yet run: no Docker where it was written.)
FROM node:20-bookworm-slim AS build
WORKDIR /parley
COPY --chown=node:node package.json package-lock.json .npmrc ./
RUN chown node:node . && su node -c 'npm ci --include=dev'
COPY --chown=node:node . .
USER node
RUN node scripts/build-all.mjs

FROM node:20-bookworm-slim
ENV NODE_ENV=production PORT=3000 PARLEY_DATA=/data
RUN mkdir /data && chown node:node /data
WORKDIR /parley
COPY --from=build --chown=node:node /parley ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD node -e "fetch('http://localhost:'+process.env.PORT+'/api/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "scripts/start.mjs"]
