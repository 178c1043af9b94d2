// Encryption by xml-encryption. AES-192-GCM, which it does not know, is done by the engine; the keys are wrapped and the XML is written by the library all the same.
import crypto from 'node:crypto';
import { promisify } from 'node:util';
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import xmlenc from 'xml-encryption';

const saml = 'urn:oasis:names:tc:SAML:2.0:assertion';
const aes192 = 'http://www.w3.org/2009/xmlenc11#aes192-gcm';
const encryptAny = promisify(xmlenc.encrypt);
const wrapKey = promisify(xmlenc.encryptKeyInfo);

// Replaces the assertion of a document by an encrypted one.
export async function encrypt({ xml, ...options }) {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const assertion = document.getElementsByTagNameNS(saml, 'Assertion')[0];
  const encrypted = await encryptedTo({ text: new XMLSerializer().serializeToString(assertion), ...options });
  const prefix = assertion.prefix ? `${assertion.prefix}:` : '';
  const container = document.createElementNS(saml, `${prefix}EncryptedAssertion`);
  container.appendChild(document.importNode(new DOMParser().parseFromString(encrypted.trim(), 'text/xml').documentElement, true));
  assertion.parentNode.replaceChild(container, assertion);
  return new XMLSerializer().serializeToString(document);
}

async function encryptedTo({ text, certificate, cipher, transport, digest, mask }) {
  const options = {
    pem: certificate,
    rsa_pub: new crypto.X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'pem' }),
    encryptionAlgorithm: cipher,
    keyEncryptionAlgorithm: transport,
    keyEncryptionDigest: digest,
    keyEncryptionMgf: mask,
  };
  return cipher === aes192 ? encrypted192(text, options) : encryptAny(text, options);
}

async function encrypted192(text, options) {
  const [key, nonce] = [crypto.randomBytes(24), crypto.randomBytes(12)];
  const aes = crypto.createCipheriv('aes-192-gcm', key, nonce);
  const content = Buffer.concat([nonce, aes.update(text, 'utf8'), aes.final(), aes.getAuthTag()]);
  const xenc = 'http://www.w3.org/2001/04/xmlenc#';
  return `<xenc:EncryptedData xmlns:xenc="${xenc}" Type="${xenc}Element"><xenc:EncryptionMethod Algorithm="${aes192}"/>${await wrapKey(key, options)}<xenc:CipherData><xenc:CipherValue>${content.toString('base64')}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>`;
}

// The assertion out of an encrypted one.
export function decrypt({ xml, key }) {
  return promisify(xmlenc.decrypt)(xml, { key });
}
