/** Platforms in the database. The time of the last launch is kept to the minute: a class that launches at once writes once. */
import type { PlatformStore } from '../../domain/platforms/platform-store.js';
import type { Platform } from '../../domain/platforms/platform.js';
import { openCollection, type CollectionDeclaration, type FieldsOf } from './collection.js';
import { isNot, notAfter } from './filter.js';
import type { Connection } from 'mongoose';

const fields: FieldsOf<Platform> = {
  name: String,
  family: String,
  issuer: String,
  clientId: String,
  authorizationEndpoint: String,
  tokenEndpoint: String,
  tokenAudience: String,
  keySetUrl: String,
  deployments: {},
  state: String,
  linkedAt: Date,
  firstLaunchAt: Date,
  lastLaunchAt: Date,
  unknownDeployments: {},
};

export const platformCollection: CollectionDeclaration = {
  name: 'platforms',
  fields,
  indexes: [{ fields: { issuer: 1, clientId: 1 }, options: { unique: true } }],
};

const launchPrecision = 60_000;
const mostUnknownDeployments = 20;

export function openPlatforms(connection: Connection): PlatformStore {
  const platforms = openCollection<Platform>(connection, platformCollection);
  return {
    add: (platform) => platforms.insert(platform),
    byId: (id) => platforms.findOne({ id }),
    byClient: (issuer, clientId) => platforms.findOne({ issuer, clientId }),
    byIssuer: (issuer) => platforms.find({ issuer }, { sort: { _id: 1 } }),
    all: () => platforms.find({}, { sort: { linkedAt: 1, _id: 1 } }),
    change: (id, changed) => platforms.change({ id }, { $set: changed }),
    async markLaunch(id, at) {
      const times = { $min: { firstLaunchAt: at }, $max: { lastLaunchAt: at } };
      const first = await platforms.update({ id, state: 'waiting' }, { $set: { state: 'active' }, ...times });
      if (first) return;
      const lately = new Date(at.getTime() - launchPrecision);
      await platforms.update({ id, lastLaunchAt: notAfter(lately) }, times);
    },
    async noteUnknownDeployment(id, deploymentId, at) {
      const seen = { $each: [{ id: deploymentId, seenAt: at }], $slice: -mostUnknownDeployments };
      await platforms.update(
        { id, 'unknownDeployments.id': isNot(deploymentId) },
        { $push: { unknownDeployments: seen } },
      );
    },
  };
}
