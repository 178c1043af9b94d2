// Signatures by xml-crypto. What it has no name for is registered at its extension points with the engine's own cryptography; reader, canonical form and writer stay its own.
import crypto from 'node:crypto';
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';

const dsig = 'http://www.w3.org/2000/09/xmldsig#';
const more = 'http://www.w3.org/2001/04/xmldsig-more#';
const more2007 = 'http://www.w3.org/2007/05/xmldsig-more#';
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';

const pss = { padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: crypto.constants.RSA_PSS_SALTLEN_DIGEST };
const added = {
  [`${more}rsa-sha384`]: ['sha384', {}],
  [`${more2007}sha384-rsa-MGF1`]: ['sha384', pss],
  [`${more2007}sha512-rsa-MGF1`]: ['sha512', pss],
};

function register(signer) {
  for (const [uri, [hash, padding]] of Object.entries(added)) {
    signer.SignatureAlgorithms[uri] = class {
      getSignature = (text, key) => crypto.sign(hash, Buffer.from(text), { key, ...padding }).toString('base64');
      verifySignature = (text, key, value) => crypto.verify(hash, Buffer.from(text), { key, ...padding }, Buffer.from(value, 'base64'));
      getAlgorithmName = () => uri;
    };
  }
  signer.HashAlgorithms[`${more}sha384`] = class {
    getHash = (text) => crypto.createHash('sha384').update(text, 'utf8').digest('base64');
    getAlgorithmName = () => `${more}sha384`;
  };
  return signer;
}

// Signs an element, named by its local name, behind its issuer.
export function sign({ xml, element, key, certificate, algorithm, digest, prefixes, signaturePrefix }) {
  const path = `//*[local-name(.)='${element}']`;
  const signer = register(new SignedXml({
    privateKey: key,
    publicCert: certificate,
    signatureAlgorithm: algorithm,
    canonicalizationAlgorithm: exclusive,
    getKeyInfoContent: () => null,
  }));
  signer.addReference({ xpath: path, transforms: [`${dsig}enveloped-signature`, exclusive], digestAlgorithm: digest, inclusiveNamespacesPrefixList: prefixes ?? [] });
  signer.computeSignature(xml, { prefix: signaturePrefix, location: { reference: `${path}/*[local-name(.)='Issuer']`, action: 'after' } });
  const signed = signer.getSignedXml();
  return prefixes?.length ? signedAnew(signed, element, key, algorithm) : signed;
}

// xml-crypto writes a list of prefixes into every transform; it has a place in the canonical one alone. It is taken out of the first, and what names the transforms is signed anew.
function signedAnew(xml, element, key, algorithm) {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const signature = signatureIn(document.getElementsByTagNameNS('*', element)[0]);
  const enveloped = signature.getElementsByTagNameNS(dsig, 'Transform')[0];
  enveloped.removeChild(enveloped.firstChild);
  const signer = register(new SignedXml());
  signer.loadSignature(signature);
  signature.getElementsByTagNameNS(dsig, 'SignatureValue')[0].textContent = new signer.SignatureAlgorithms[algorithm]().getSignature(signer.getCanonSignedInfoXml(document), key);
  return new XMLSerializer().serializeToString(document);
}

function signatureIn(element) {
  return Array.from(element.childNodes).find((node) => node.localName === 'Signature' && node.namespaceURI === dsig);
}

// The text that is signed by the signature in the root of a document.
export function verify({ xml, certificate }) {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  const signature = signatureIn(root);
  const verifier = register(new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null }));
  verifier.loadSignature(signature);
  if (!verifier.checkSignature(xml)) throw new Error('invalid signature');
  const [signed] = verifier.getSignedReferences();
  if (new DOMParser().parseFromString(signed, 'text/xml').documentElement.localName !== root.localName) throw new Error('another element is signed');
  return signed;
}
