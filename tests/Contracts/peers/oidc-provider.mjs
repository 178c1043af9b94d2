// The OpenID provider "oidc-provider" with one page on which the test chooses what happens.
// Machines get tokens of their own by client credentials; what a token is good for is told by introspection.
// Environment: PORT, TLS_CERT and TLS_KEY (PEM texts), REDIRECT_URI, CLIENT_SECRET, HEADER_SECRET, MACHINE_SECRET, APPLICATION; SIGNING_KEYS (JSON) where the test knows the keys. Prints "ready" when it listens on 127.0.0.1.
import https from 'node:https';
import { generateKeyPairSync } from 'node:crypto';
import { Provider } from 'oidc-provider';

const { PORT, TLS_CERT, TLS_KEY, REDIRECT_URI, CLIENT_SECRET, HEADER_SECRET, MACHINE_SECRET, APPLICATION, SIGNING_KEYS } = process.env;
const issuer = `https://127.0.0.1:${PORT}`;

const signingKeys = SIGNING_KEYS ? JSON.parse(SIGNING_KEYS) : [
  generateKeyPairSync('rsa', { modulusLength: 2048 }),
  generateKeyPairSync('ec', { namedCurve: 'P-256' }),
].map((pair) => ({ ...pair.privateKey.export({ format: 'jwk' }), use: 'sig' }));

const client = (client_id, settings) => ({
  client_id,
  client_secret: CLIENT_SECRET,
  redirect_uris: [REDIRECT_URI],
  response_types: ['code'],
  grant_types: ['authorization_code'],
  token_endpoint_auth_method: 'client_secret_post',
  ...settings,
});

// Clients that prove themselves by a key, which the provider fetches from the application.
const keyed = (client_id, algorithm, settings) => ({
  client_id,
  redirect_uris: [REDIRECT_URI],
  response_types: ['code'],
  grant_types: ['authorization_code'],
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: algorithm,
  request_object_signing_alg: algorithm,
  require_signed_request_object: true,
  jwks_uri: `${APPLICATION}/eid-keys`,
  id_token_signed_response_alg: algorithm,
  userinfo_signed_response_alg: algorithm,
  backchannel_logout_uri: `${APPLICATION}/eid-logout`,
  ...settings,
});

const machine = (client_id, token_endpoint_auth_method) => ({
  client_id,
  client_secret: MACHINE_SECRET,
  redirect_uris: [],
  response_types: [],
  grant_types: ['client_credentials'],
  token_endpoint_auth_method,
});

const levels = { high: 'http://eidas.europa.eu/LoA/high', low: 'http://eidas.europa.eu/LoA/low' };

const person = {
  given_name: 'Zoë',
  family_name: 'Weiẞmüller',
  birthdate: '0000-08-12',
  birth_family_name: 'Gabler',
  place_of_birth: { locality: 'Köln', country: 'DE' },
  nationalities: ['DE', 'FR'],
  email: 'zoe@buerger.example',
  email_verified: false,
  address: { street_address: 'Heideweg 17', postal_code: '51147', locality: 'Köln', country: 'DE' },
};

const provider = new Provider(issuer, {
  jwks: { keys: signingKeys },
  enabledJWA: {
    clientAuthSigningAlgValues: ['PS256', 'ES256'],
    requestObjectSigningAlgValues: ['PS256', 'ES256'],
    idTokenSigningAlgValues: ['RS256', 'PS256', 'ES256'],
    idTokenEncryptionAlgValues: ['RSA-OAEP-256', 'ECDH-ES'],
    idTokenEncryptionEncValues: ['A256GCM', 'A256CBC-HS512'],
    userinfoSigningAlgValues: ['PS256', 'ES256'],
    userinfoEncryptionAlgValues: ['RSA-OAEP-256', 'ECDH-ES'],
    userinfoEncryptionEncValues: ['A256GCM', 'A256CBC-HS512'],
  },
  clients: [
    client('pushes-ps256', { id_token_signed_response_alg: 'PS256', require_pushed_authorization_requests: true }),
    client('signs-es256', { id_token_signed_response_alg: 'ES256' }),
    client('header-es256', { client_secret: HEADER_SECRET, token_endpoint_auth_method: 'client_secret_basic', id_token_signed_response_alg: 'ES256' }),
    keyed('key-rsa', 'PS256', {
      require_pushed_authorization_requests: true,
      id_token_encrypted_response_alg: 'RSA-OAEP-256',
      id_token_encrypted_response_enc: 'A256GCM',
      backchannel_logout_session_required: true,
    }),
    keyed('key-elliptic', 'ES256', {
      id_token_encrypted_response_alg: 'ECDH-ES',
      id_token_encrypted_response_enc: 'A256CBC-HS512',
      userinfo_encrypted_response_alg: 'ECDH-ES',
      userinfo_encrypted_response_enc: 'A256GCM',
    }),
    keyed('key-plain', 'PS256', { backchannel_logout_session_required: false }),
    machine('machine-header', 'client_secret_basic'),
    machine('machine-body', 'client_secret_post'),
  ],
  acrValues: Object.values(levels),
  scopes: ['openid', 'profile', 'address', 'email', 'payments'],
  claims: {
    openid: ['sub', 'amr'],
    profile: ['given_name', 'family_name', 'birthdate'],
    address: ['address'],
    email: ['email', 'email_verified'],
    birth_family_name: null,
    place_of_birth: null,
    nationalities: null,
    acr: null,
  },
  features: {
    devInteractions: { enabled: false },
    claimsParameter: { enabled: true },
    pushedAuthorizationRequests: { enabled: true },
    userinfo: { enabled: true },
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    requestObjects: { enabled: true },
    encryption: { enabled: true },
    jwtUserinfo: { enabled: true },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context, form) => {
        context.body = form.replace('</form>', '<button name="logout" value="yes">end</button></form>');
      },
    },
  },
  // The application is on this machine, which the provider's own fetch keeps away from.
  fetch: (address, { dispatcher, ...options }) => globalThis.fetch(address, options),
  pkce: { required: () => true },
  interactions: { url: (_context, interaction) => `/choose/${interaction.uid}` },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...person }) }),
  // Consent is given by choosing: what was asked for is granted.
  async loadExistingGrant(context) {
    const { oidc } = context;
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope([...oidc.requestParamScopes].join(' '));
    grant.addOIDCClaims([...oidc.requestParamClaims]);
    await grant.save();
    return grant;
  },
});

const button = (choice) => `<button name="choice" value="${choice}">${choice}</button>`;

provider.use(async (context, next) => {
  if (!context.path.startsWith('/choose/')) return next();
  if (context.method === 'GET') {
    context.type = 'html';
    context.body = `<form method="post">${['high', 'low', 'abort'].map(button).join('')}</form>`;
    return undefined;
  }
  const chunks = [];
  for await (const chunk of context.req) chunks.push(chunk);
  const choice = new URLSearchParams(Buffer.concat(chunks).toString()).get('choice');
  const result = choice === 'abort'
    ? { error: 'access_denied', error_description: 'the user gave up' }
    : { login: { accountId: 'person-1', acr: levels[choice], amr: ['eid'] } };
  context.respond = false;
  return provider.interactionFinished(context.req, context.res, result);
});

provider.on('backchannel.error', (_context, error) => console.error(error));
provider.on('server_error', (_context, error) => console.error(error));

https.createServer({ cert: TLS_CERT, key: TLS_KEY }, provider.callback()).listen(Number(PORT), '127.0.0.1', () => console.log('ready'));
