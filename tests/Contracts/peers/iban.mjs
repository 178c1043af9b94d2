// Reads a list of IBANs (JSON) from standard input and writes what ibantools says: the length of each country it knows, and the verdict on each IBAN.
import { countrySpecs, isValidBIC, isValidIBAN } from 'ibantools';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { ibans, bics } = JSON.parse(Buffer.concat(chunks).toString());
const lengths = Object.fromEntries(Object.entries(countrySpecs).filter(([, spec]) => spec.chars).map(([country, spec]) => [country, spec.chars]));
process.stdout.write(JSON.stringify({ lengths, ibans: ibans.map((iban) => isValidIBAN(iban)), bics: bics.map((bic) => isValidBIC(bic)) }));
