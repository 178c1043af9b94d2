import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.jws.WebService;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import javax.xml.bind.DatatypeConverter;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.ws.Endpoint;
import javax.xml.ws.handler.Handler;
import javax.xml.ws.handler.MessageContext;
import javax.xml.ws.handler.soap.SOAPHandler;
import javax.xml.ws.handler.soap.SOAPMessageContext;
import org.apache.ws.security.WSConstants;
import org.apache.ws.security.WSDataRef;
import org.apache.ws.security.WSEncryptionPart;
import org.apache.ws.security.WSSConfig;
import org.apache.ws.security.WSSecurityEngine;
import org.apache.ws.security.WSSecurityEngineResult;
import org.apache.ws.security.components.crypto.Crypto;
import org.apache.ws.security.components.crypto.Merlin;
import org.apache.ws.security.message.WSSecHeader;
import org.apache.ws.security.message.WSSecSignature;
import org.apache.ws.security.message.WSSecTimestamp;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import peer.eid.*;

/**
 * An eID server of which the SOAP stack (JAX-WS RI) and the security (WSS4J) were written by others. It demands a client certificate, verifies every
 * request, and answers in the way that the text of the transaction names. Arguments: port, folder with tls.p12, signer.p12, client-root.pem, service.pem.
 */
@WebService(endpointInterface = "peer.eid.EidPort", targetNamespace = "http://bsi.bund.de/eID/", serviceName = "eID", portName = "eIDSOAP", wsdlLocation = "META-INF/eid-service.wsdl")
public class EidPeer implements EidPort {
    private static final String MAJOR = "http://www.bsi.bund.de/ecard/api/1.1/resultmajor#";
    private static final String MINOR = "http://www.bsi.bund.de/eid/server/2.0/resultminor/";
    private static final String PASSWORD = "changeit";
    private static final String SIGNER = "signer";
    private static final ThreadLocal<String> WAY = ThreadLocal.withInitial(() -> "issuer-serial");

    private final Map<String, Open> sessions = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    private static final class Open {
        final UseIDRequest request;
        final String way;
        int counter;

        Open(UseIDRequest request, String way) {
            this.request = request;
            this.way = way;
        }
    }

    @Override
    public UseIDResponse useID(UseIDRequest request) {
        WAY.set(request.getTransactionInfo() == null ? "issuer-serial" : request.getTransactionInfo());
        byte[] name = new byte[16];
        byte[] key = new byte[32];
        random.nextBytes(name);
        random.nextBytes(key);
        sessions.put(DatatypeConverter.printHexBinary(name), new Open(request, WAY.get()));
        UseIDResponse answer = new UseIDResponse();
        Session session = new Session();
        session.setID(name);
        answer.setSession(session);
        answer.setECardServerAddress("https://127.0.0.1/paos");
        UseIDResponse.PSK psk = new UseIDResponse.PSK();
        psk.setID("psk-" + DatatypeConverter.printHexBinary(key).substring(0, 16));
        psk.setKey(key);
        answer.setPSK(psk);
        answer.setResult(result("ok", null));
        return answer;
    }

    @Override
    public GetResultResponse getResult(GetResultRequest request) {
        GetResultResponse answer = new GetResultResponse();
        Open open = sessions.get(DatatypeConverter.printHexBinary(request.getSession().getID()));
        WAY.set(open == null ? "issuer-serial" : open.way);
        if (open == null)
            answer.setResult(result("error", "getResult#invalidSession"));
        else if (request.getRequestCounter() != ++open.counter)
            answer.setResult(result("error", "getResult#invalidCounter"));
        else if (open.counter == 1)
            answer.setResult(result("error", "getResult#noResultYet"));
        else {
            sessions.remove(DatatypeConverter.printHexBinary(request.getSession().getID()));
            fill(answer, open.request);
        }
        return answer;
    }

    @Override
    public GetServerInfoResponse getServerInfo(GetServerInfoRequest request) {
        WAY.set("issuer-serial");
        GetServerInfoResponse answer = new GetServerInfoResponse();
        GetServerInfoResponse.ServerVersion version = new GetServerInfoResponse.ServerVersion();
        version.setVersionString("Version 2.4.0");
        version.setMajor(2);
        version.setMinor(4);
        answer.setServerVersion(version);
        Rights rights = new Rights();
        rights.setGivenNames(Right.ALLOWED);
        rights.setFamilyNames(Right.ALLOWED);
        rights.setDateOfBirth(Right.ALLOWED);
        rights.setBirthName(Right.PROHIBITED);
        answer.setDocumentVerificationRights(rights);
        return answer;
    }

    private static void fill(GetResultResponse answer, UseIDRequest request) {
        PersonalData person = new PersonalData();
        person.setGivenNames("ERIKA");
        person.setFamilyNames("WEI\u1E9E-M\u00DCLLER");
        Date birth = new Date();
        birth.setDateString("1964    ");
        person.setDateOfBirth(birth);
        Place home = new Place();
        Place.StructuredPlace place = new Place.StructuredPlace();
        place.setCity("K\u00D6LN");
        place.setCountry("D");
        home.setStructuredPlace(place);
        person.setPlaceOfResidence(home);
        answer.setPersonalData(person);
        Choices choices = new Choices();
        choices.setGivenNames(Choice.ALLOWED);
        choices.setFamilyNames(Choice.ALLOWED);
        choices.setDateOfBirth(Choice.ALLOWED);
        choices.setPlaceOfResidence(Choice.ALLOWED);
        choices.setBirthName(Choice.NOTONCHIP);
        choices.setAcademicTitle(Choice.PROHIBITED);
        choices.setAgeVerification(Choice.ALLOWED);
        answer.setOperationsAllowedByUser(choices);
        if (request.getAgeVerificationRequest() != null) {
            Verification age = new Verification();
            age.setFulfilsRequest(request.getAgeVerificationRequest().getAge() <= 60);
            answer.setFulfilsAgeVerification(age);
        }
        answer.setLevelOfAssuranceResult(request.getLevelOfAssuranceRequest());
        GetResultResponse.EIDTypeResponse type = new GetResultResponse.EIDTypeResponse();
        type.setCardCertified(TypeUse.USED);
        answer.setEIDTypeResponse(type);
        answer.setResult(result("ok", null));
    }

    private static Result result(String major, String minor) {
        Result result = new Result();
        result.setResultMajor(MAJOR + major);
        if (minor != null)
            result.setResultMinor(MINOR + minor);
        return result;
    }

    /** Verifies what comes, signs what goes. */
    private static final class Security implements SOAPHandler<SOAPMessageContext> {
        private final Crypto signer;
        private final Crypto trusted;

        Security(Path folder) throws Exception {
            Merlin own = new Merlin();
            own.setKeyStore(keys(folder.resolve("signer.p12")));
            signer = own;
            Merlin merlin = new Merlin();
            merlin.setTrustStore(trust(folder.resolve("service.pem")));
            trusted = merlin;
        }

        @Override
        public Set<QName> getHeaders() {
            return Collections.singleton(new QName(WSConstants.WSSE_NS, "Security"));
        }

        @Override
        public boolean handleMessage(SOAPMessageContext context) {
            try {
                if ((Boolean) context.get(MessageContext.MESSAGE_OUTBOUND_PROPERTY))
                    sign(context);
                else
                    verify(context.getMessage().getSOAPPart().getEnvelope().getOwnerDocument());
                return true;
            } catch (Exception exception) {
                System.out.println("refused: " + exception);
                throw new RuntimeException("refused");
            }
        }

        private void verify(Document document) throws Exception {
            List<WSSecurityEngineResult> results = new WSSecurityEngine().processSecurityHeader(document, null, null, trusted);
            Set<String> signed = new HashSet<>();
            boolean fresh = false;
            if (results != null)
                for (WSSecurityEngineResult one : results) {
                    fresh |= one.get(WSSecurityEngineResult.TAG_TIMESTAMP) != null;
                    if (one.get(WSSecurityEngineResult.TAG_DATA_REF_URIS) == null)
                        continue;
                    for (Object reference : (List<?>) one.get(WSSecurityEngineResult.TAG_DATA_REF_URIS))
                        signed.add(((WSDataRef) reference).getName().getLocalPart());
                }
            if (!fresh || !signed.contains("Body") || !signed.contains("Timestamp"))
                throw new SecurityException("not signed: " + signed);
        }

        private void sign(SOAPMessageContext context) throws Exception {
            String way = WAY.get();
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            context.getMessage().writeTo(octets);
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(octets.toByteArray()));
            if (!way.equals("unsigned")) {
                WSSecHeader header = new WSSecHeader();
                header.insertSecurityHeader(document);
                new WSSecTimestamp().build(document, header);
                WSSecSignature signature = new WSSecSignature();
                signature.setUserInfo(SIGNER, PASSWORD);
                signature.setKeyIdentifierType(keyIdentifier(way));
                signature.setSignatureAlgorithm("http://www.w3.org/2001/04/xmldsig-more#" + (way.startsWith("rsa-") ? way : "rsa-sha256"));
                signature.setDigestAlgo(way.equals("rsa-sha512") ? "http://www.w3.org/2001/04/xmlenc#sha512" : "http://www.w3.org/2001/04/xmlenc#sha256");
                List<WSEncryptionPart> parts = new ArrayList<>();
                parts.add(new WSEncryptionPart("Body", WSConstants.URI_SOAP11_ENV, ""));
                if (!way.equals("body-only"))
                    parts.add(new WSEncryptionPart("Timestamp", WSConstants.WSU_NS, ""));
                signature.setParts(parts);
                signature.build(document, signer, header);
            }
            if (way.equals("changed"))
                ((Element) document.getElementsByTagNameNS("urn:oasis:names:tc:dss:1.0:core:schema", "ResultMajor").item(0)).setTextContent(MAJOR + "ok ");
            context.getMessage().getSOAPPart().setContent(new DOMSource(document));
        }

        private static int keyIdentifier(String way) {
            switch (way) {
                case "token": return WSConstants.BST_DIRECT_REFERENCE;
                case "certificate": return WSConstants.X509_KEY_IDENTIFIER;
                case "key-identifier": return WSConstants.SKI_KEY_IDENTIFIER;
                case "thumbprint": return WSConstants.THUMBPRINT_IDENTIFIER;
                default: return WSConstants.ISSUER_SERIAL;
            }
        }

        @Override
        public boolean handleFault(SOAPMessageContext context) {
            return true;
        }

        @Override
        public void close(MessageContext context) {
        }
    }

    private static KeyStore trust(Path pem) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int number = 0;
        try (InputStream input = Files.newInputStream(pem)) {
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(input))
                store.setCertificateEntry("trusted-" + number++, certificate);
        }
        return store;
    }

    /** The one key of a file, under a name of our own. */
    private static KeyStore keys(Path file) throws Exception {
        KeyStore read = KeyStore.getInstance("PKCS12");
        try (InputStream input = Files.newInputStream(file)) {
            read.load(input, PASSWORD.toCharArray());
        }
        String name = read.aliases().nextElement();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(SIGNER, read.getKey(name, PASSWORD.toCharArray()), PASSWORD.toCharArray(), read.getCertificateChain(name));
        return store;
    }

    private static SSLContext tls(Path folder) throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance("SunX509");
        managers.init(keys(folder.resolve("tls.p12")), PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trust(folder.resolve("client-root.pem")));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    @SuppressWarnings("rawtypes")
    public static void main(String[] arguments) throws Exception {
        WSSConfig.init();
        Path folder = Path.of(arguments[1]);
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 20);
        SSLContext context = tls(folder);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters settings = context.getDefaultSSLParameters();
                settings.setNeedClientAuth(true);
                parameters.setSSLParameters(settings);
            }
        });
        Endpoint endpoint = Endpoint.create(new EidPeer());
        List<Handler> handlers = new ArrayList<>();
        handlers.add(new Security(folder));
        endpoint.getBinding().setHandlerChain(handlers);
        endpoint.publish(server.createContext("/eID"));
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.start();
    }
}
