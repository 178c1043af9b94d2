namespace BaseComponents.Sandbox.Eid.Saml;

/// <summary>Names of SAML 2.0, XML Signature, XML Encryption and of the two services' own vocabularies.</summary>
internal static class SamlUris
{
    public const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    public const string Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";
    public const string Metadata = "urn:oasis:names:tc:SAML:2.0:metadata";
    public const string PostBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
    public const string RedirectBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
    public const string Bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    public const string Transient = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
    public const string Persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    public const string UriNames = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";
    public const string BasicNames = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";
    public const string Unspecified = "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified";
    public const string Status = "urn:oasis:names:tc:SAML:2.0:status:";

    public const string Dsig = "http://www.w3.org/2000/09/xmldsig#";
    public const string Xenc = "http://www.w3.org/2001/04/xmlenc#";
    public const string Xenc11 = "http://www.w3.org/2009/xmlenc11#";
    public const string ExclusiveC14n = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string EnvelopedSignature = Dsig + "enveloped-signature";
    public const string Sha1 = Dsig + "sha1";
    public const string Sha256 = Xenc + "sha256";

    public const string Schema = "http://www.w3.org/2001/XMLSchema";
    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>BundID's extension of requests, and of attributes by their trust level.</summary>
    public const string Akdb = "https://www.akdb.de/request/2018/09";

    /// <summary>What BundID shows about the application.</summary>
    public const string AkdbDisplay = Akdb + "/classic-ui/v1";

    /// <summary>Addresses of the Unternehmenskonto.</summary>
    public const string Ekona = "http://www.elster.de/schema/ekona/saml/extensions";
}
