// A service provider by @node-saml/node-saml: the signature of the response demanded, that of the assertion where the identity provider makes one, the request known.
import { SAML, ValidateInResponseTo } from '@node-saml/node-saml';

function serviceProvider({ entityId, answerAddress, identityProviderPem, decryptionPem, requestId, assertionSigned = true }) {
  return new SAML({
    issuer: entityId,
    audience: entityId,
    callbackUrl: answerAddress,
    entryPoint: 'https://idp.example/sso',
    idpCert: identityProviderPem,
    decryptionPvk: decryptionPem,
    wantAuthnResponseSigned: true,
    wantAssertionsSigned: assertionSigned,
    validateInResponseTo: ValidateInResponseTo.always,
    cacheProvider: {
      saveAsync: async () => null,
      getAsync: async (key) => (key === requestId ? new Date().toISOString() : null),
      removeAsync: async () => null,
    },
  });
}

export async function consume({ response, ...parties }) {
  const { profile } = await serviceProvider(parties).validatePostResponseAsync({ SAMLResponse: response });
  return { issuer: profile.issuer, attributes: profile.attributes };
}

// Medians of batches, in microseconds, after the engine has had time to compile.
export async function measure({ response, warmups, batches, perBatch, ...parties }) {
  const saml = serviceProvider(parties);
  const batch = async () => {
    const started = process.hrtime.bigint();
    for (let round = 0; round < perBatch; round++) await saml.validatePostResponseAsync({ SAMLResponse: response });
    return Number(process.hrtime.bigint() - started) / 1000 / perBatch;
  };
  for (let warmup = 0; warmup < warmups; warmup++) await batch();
  const micros = [];
  for (let round = 0; round < batches; round++) micros.push(await batch());
  return micros.sort((a, b) => a - b)[Math.floor(micros.length / 2)];
}
