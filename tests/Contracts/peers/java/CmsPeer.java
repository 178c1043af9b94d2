import java.io.*;
import java.nio.file.*;
import java.security.*;
import java.security.cert.X509Certificate;
import java.util.*;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.pkcs.*;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.*;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.*;
import org.bouncycastle.cms.jcajce.*;
import org.bouncycastle.crypto.agreement.X25519Agreement;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.RFC3394WrapEngine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.*;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.*;
import org.bouncycastle.operator.jcajce.*;

/** Bouncy Castle for Java as a peer: one line on its input is one piece of work, one line on its output the answer. */
public final class CmsPeer {
    private static final String BC = "BC";
    private static final String HKDF = "1.2.840.113549.1.9.16.3.19";

    private record Party(X509Certificate certificate, PrivateKey key) { }

    public static void main(String[] args) throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        BufferedReader work = new BufferedReader(new InputStreamReader(System.in));
        for (String line = work.readLine(); line != null; line = work.readLine()) {
            String answer;
            try {
                Files.write(Path.of(line.substring(line.lastIndexOf('|') + 1)), perform(line.split("\\|")));
                answer = "done";
            } catch (Exception exception) {
                answer = "failed " + exception.toString().replaceAll("\\s+", " ");
            }
            System.out.println(answer);
        }
    }

    private static byte[] perform(String[] job) throws Exception {
        byte[] input = Files.readAllBytes(Path.of(job[2]));
        return switch (job[0]) {
            case "encrypt" -> encrypt(party(job[1]).certificate(), input, job[3], job[4]);
            case "decrypt" -> decrypt(party(job[1]), input);
            case "sign" -> sign(party(job[1]), input, job[3]);
            case "verify" -> verify(party(job[1]).certificate(), input, Files.readAllBytes(Path.of(job[3])));
            default -> throw new IllegalArgumentException(job[0]);
        };
    }

    private static Party party(String file) throws Exception {
        X509Certificate certificate = null;
        PrivateKey key = null;
        try (PEMParser parser = new PEMParser(new FileReader(file))) {
            for (Object one = parser.readObject(); one != null; one = parser.readObject()) {
                if (one instanceof X509CertificateHolder holder)
                    certificate = new JcaX509CertificateConverter().setProvider(BC).getCertificate(holder);
                else if (one instanceof PrivateKeyInfo info)
                    key = new JcaPEMKeyConverter().setProvider(BC).getPrivateKey(info);
            }
        }
        return new Party(certificate, key);
    }

    private static byte[] encrypt(X509Certificate recipient, byte[] content, String cipher, String transport) throws Exception {
        RecipientInfoGenerator generator = generator(recipient, transport);
        boolean isAuthenticated = cipher.equals("gcm");
        OutputEncryptor encryptor = new JceCMSContentEncryptorBuilder(isAuthenticated ? CMSAlgorithm.AES256_GCM : CMSAlgorithm.AES256_CBC).setProvider(BC).build();
        if (isAuthenticated) {
            CMSAuthEnvelopedDataGenerator envelope = new CMSAuthEnvelopedDataGenerator();
            envelope.addRecipientInfoGenerator(generator);
            return envelope.generate(new CMSProcessableByteArray(content), (OutputAEADEncryptor) encryptor).getEncoded();
        }
        CMSEnvelopedDataGenerator envelope = new CMSEnvelopedDataGenerator();
        envelope.addRecipientInfoGenerator(generator);
        return envelope.generate(new CMSProcessableByteArray(content), encryptor).getEncoded();
    }

    private static RecipientInfoGenerator generator(X509Certificate recipient, String transport) throws Exception {
        if (transport.equals("pkcs1"))
            return new JceKeyTransRecipientInfoGenerator(recipient).setProvider(BC);
        if (transport.equals("oaep")) {
            AlgorithmIdentifier oaep = new JcaAlgorithmParametersConverter().getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, new javax.crypto.spec.OAEPParameterSpec(
                "SHA-256", "MGF1", java.security.spec.MGF1ParameterSpec.SHA256, javax.crypto.spec.PSource.PSpecified.DEFAULT));
            return new JceKeyTransRecipientInfoGenerator(recipient, oaep).setProvider(BC);
        }
        KeyPair ephemeral = ephemeral(recipient.getPublicKey());
        return new JceKeyAgreeRecipientInfoGenerator(new ASN1ObjectIdentifier(transport), ephemeral.getPrivate(), ephemeral.getPublic(), CMSAlgorithm.AES256_WRAP)
            .addRecipient(recipient).setProvider(providerFor(recipient.getPublicKey()));
    }

    /** The library has X25519 with this derivation (RFC 8418), but under the scheme's name it only has the one of other curves. */
    private static Provider providerFor(Key key) {
        Provider provider = new BouncyCastleProvider();
        if (key.getAlgorithm().equals("X25519"))
            provider.put("KeyAgreement.1.3.132.1.11.1", "org.bouncycastle.jcajce.provider.asymmetric.edec.KeyAgreementSpi$X25519withSHA256KDF");
        return provider;
    }

    private static KeyPair ephemeral(PublicKey recipient) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(recipient.getAlgorithm().equals("X25519") ? "X25519" : "EC", BC);
        if (recipient instanceof java.security.interfaces.ECPublicKey curve)
            generator.initialize(curve.getParams());
        return generator.generateKeyPair();
    }

    private static byte[] decrypt(Party recipient, byte[] envelope) throws Exception {
        RecipientInformationStore all = org.bouncycastle.asn1.cms.ContentInfo.getInstance(envelope).getContentType().equals(CMSObjectIdentifiers.authEnvelopedData)
            ? new CMSAuthEnvelopedData(envelope).getRecipientInfos()
            : new CMSEnvelopedData(envelope).getRecipientInfos();
        RecipientInformation mine = all.getRecipients().iterator().next();
        if (mine.getKeyEncryptionAlgOID().equals(HKDF))
            return mine.getContent(new Agreed(recipient.key()));
        return mine.getContent(mine instanceof KeyAgreeRecipientInformation
            ? new JceKeyAgreeEnvelopedRecipient(recipient.key()).setProvider(providerFor(recipient.key()))
            : new JceKeyTransEnvelopedRecipient(recipient.key()).setProvider(BC));
    }

    /** X25519 with HKDF, which the library has no name for: put together from its parts as RFC 8418 section 2 says. */
    private record Agreed(PrivateKey key) implements KeyAgreeRecipient {
        @Override
        public AlgorithmIdentifier getPrivateKeyAlgorithmIdentifier() {
            return PrivateKeyInfo.getInstance(key.getEncoded()).getPrivateKeyAlgorithm();
        }

        @Override
        public RecipientOperator getRecipientOperator(AlgorithmIdentifier scheme, AlgorithmIdentifier cipher, SubjectPublicKeyInfo sender, org.bouncycastle.asn1.ASN1OctetString material, byte[] wrapped)
            throws CMSException {
            try {
                X25519Agreement agreement = new X25519Agreement();
                agreement.init(PrivateKeyFactory.createKey(key.getEncoded()));
                byte[] secret = new byte[agreement.getAgreementSize()];
                agreement.calculateAgreement(new X25519PublicKeyParameters(sender.getPublicKeyData().getBytes(), 0), secret, 0);
                AlgorithmIdentifier wrap = AlgorithmIdentifier.getInstance(scheme.getParameters());
                byte[] info = new ECCCMSSharedInfo(wrap, material == null ? null : material.getOctets(), new byte[] {0, 0, 1, 0}).getEncoded("DER");
                HKDFBytesGenerator derivation = new HKDFBytesGenerator(new SHA256Digest());
                derivation.init(new HKDFParameters(secret, null, info));
                byte[] wrapping = new byte[32];
                derivation.generateBytes(wrapping, 0, wrapping.length);
                RFC3394WrapEngine engine = new RFC3394WrapEngine(AESEngine.newInstance());
                engine.init(false, new KeyParameter(wrapping));
                return operator(cipher, engine.unwrap(wrapped, 0, wrapped.length));
            } catch (Exception exception) {
                throw new CMSException(exception.getMessage(), exception);
            }
        }

        private static RecipientOperator operator(AlgorithmIdentifier cipher, byte[] contentKey) throws Exception {
            return new JceKEKEnvelopedRecipient(new javax.crypto.spec.SecretKeySpec(new byte[32], "AES")).setProvider(BC).getRecipientOperator(
                new AlgorithmIdentifier(org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_aes256_wrap), cipher, rewrapped(contentKey));
        }

        // The content is decrypted by a door of the library that takes wrapped keys only.
        private static byte[] rewrapped(byte[] contentKey) {
            RFC3394WrapEngine engine = new RFC3394WrapEngine(AESEngine.newInstance());
            engine.init(true, new KeyParameter(new byte[32]));
            return engine.wrap(contentKey, 0, contentKey.length);
        }
    }

    private static byte[] sign(Party signer, byte[] content, String algorithm) throws Exception {
        ContentSigner value = new JcaContentSignerBuilder(algorithm).setProvider(BC).build(signer.key());
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().setProvider(BC).build()).build(value, signer.certificate()));
        generator.addCertificate(new JcaX509CertificateHolder(signer.certificate()));
        return generator.generate(new CMSProcessableByteArray(content), false).getEncoded();
    }

    private static byte[] verify(X509Certificate root, byte[] content, byte[] signature) throws Exception {
        CMSSignedData message = new CMSSignedData(new CMSProcessableByteArray(content), signature);
        SignerInformation signer = message.getSignerInfos().getSigners().iterator().next();
        X509CertificateHolder holder = (X509CertificateHolder) message.getCertificates().getMatches(signer.getSID()).iterator().next();
        new JcaX509CertificateConverter().setProvider(BC).getCertificate(holder).verify(root.getPublicKey());
        if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider(BC).build(holder)))
            throw new SignatureException("not intact");
        return "intact".getBytes();
    }
}
