// Signs and verifies compact JWS with "jose". Reads a list of jobs from standard input, writes a list of results.
import * as jose from "jose";

const jobs = {
  // A private key, and the set of keys that an issuer shows.
  async key({ kid }) {
    const { publicKey, privateKey } = await jose.generateKeyPair("PS512", { modulusLength: 4096, extractable: true });
    const shown = { ...(await jose.exportJWK(publicKey)), kid, alg: "PS512", key_ops: ["verify"] };
    return { pem: await jose.exportPKCS8(privateKey), keySet: JSON.stringify({ keys: [shown] }) };
  },
  async sign({ pem, alg, header, claims }) {
    const key = await jose.importPKCS8(pem, alg);
    return { token: await new jose.SignJWT(claims).setProtectedHeader({ alg, typ: "jwt", ...header }).sign(key) };
  },
  async verify({ token, keySet, issuer }) {
    const { payload, protectedHeader } = await jose.jwtVerify(token, jose.createLocalJWKSet(JSON.parse(keySet)), { algorithms: ["PS512"], issuer });
    return { claims: JSON.stringify(payload), kid: protectedHeader.kid };
  },
};

let input = "";
for await (const part of process.stdin) input += part;
const results = [];
for (const { job, ...wanted } of JSON.parse(input)) {
  try {
    results.push({ value: await jobs[job](wanted) });
  } catch (error) {
    results.push({ error: `${error.code ?? error.name}: ${error.message}` });
  }
}
process.stdout.write(JSON.stringify(results));
