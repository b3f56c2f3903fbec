// Makes the replica set and one user per service. Runs at every start and changes only what is not as it should be.
// A service has rights on its own database alone. Of settlement.entries even its service may only read and insert: the chain is
// never updated and never deleted, and the store holds it to that.

const COLLECTION = ['find', 'insert', 'update', 'remove', 'createCollection', 'createIndex', 'listIndexes', 'collStats'];
const APPEND_ONLY = ['find', 'insert', 'createCollection', 'createIndex', 'listIndexes', 'collStats'];

// Rights only add up, so what is not to be changed must not be in "all collections": settlement's are named one by one.
const SETTLEMENT = [
  'audits', 'bills', 'catalogue_errors', 'catalogue_imports', 'catalogue_pieces', 'catalogue_receipts', 'catalogue_versions',
  'catalogues', 'copied_agencies', 'copied_connectivity', 'copied_filings', 'copied_institutions', 'copied_persons',
  'copied_uploads', 'copy_rebuilds', 'external_feeds', 'fee_chunks', 'heads', 'heartbeats', 'intents', 'interruptions', 'invoices',
  'item_mappings', 'policies', 'policy_proposals', 'policy_replays', 'refusals', 'visits',
];

const admin = connect('mongodb://mongo:27017/admin?directConnection=true');
admin.auth('root', required('MONGO_ROOT_PASSWORD'));
makeReplicaSet();
for (const service of ['filing', 'settlement', 'registry', 'correction']) {
  makeUser(service, required(`${service.toUpperCase()}_MONGO_PASSWORD`));
}
print('replica set and users are as they should be');

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set`);
  }
  return value;
}

function makeReplicaSet() {
  try {
    admin.adminCommand({ replSetGetStatus: 1 });
  } catch (notYet) {
    admin.adminCommand({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }] } });
  }
  for (let i = 0; i < 60 && !admin.hello().isWritablePrimary; i++) {
    sleep(500);
  }
  if (!admin.hello().isWritablePrimary) {
    throw new Error('the replica set has no primary');
  }
}

function makeUser(service, password) {
  const database = admin.getSiblingDB(service);
  const role = { role: 'service', db: service };
  const privileges = privilegesOf(service);
  if (database.getRole('service')) {
    database.updateRole('service', { privileges, roles: [] });
  } else {
    database.createRole({ role: 'service', privileges, roles: [] });
  }
  if (database.getUser(service)) {
    database.updateUser(service, { pwd: password, roles: [role] });
  } else {
    database.createUser({ user: service, pwd: password, roles: [role] });
  }
}

function privilegesOf(service) {
  const listing = { resource: { db: service, collection: '' }, actions: ['listCollections'] };
  if (service !== 'settlement') {
    return [listing, { resource: { db: service, collection: '' }, actions: COLLECTION }];
  }
  return [
    listing,
    { resource: { db: service, collection: 'entries' }, actions: APPEND_ONLY },
    ...SETTLEMENT.map((collection) => ({ resource: { db: service, collection }, actions: COLLECTION })),
  ];
}
