namespace BaseComponents.Sandbox.Eid.Saml.Requests;

/// <summary>
/// Why a request is not taken, each with a sentence for the developer. The codes without <c>sandbox-</c> are those that BundID shows; it has no
/// public code for the others.
/// </summary>
/// <remarks>BundID interface description 10.2, section 9.6: idp.code</remarks>
internal static class RefusalCodes
{
    public const string ExtensionMissing = "akdb-extension-missing";
    public const string ExtensionDeprecated = "akdb-extension-v1-deprecated";
    public const string NotSigned = "saml-request-not-signed";
    public const string PurposeMarkup = "purpose-does-not-support-restricted-html";
    public const string MissingBerca = "missing-berca";
    public const string AttributesEmpty = "requested-attributes-empty";
    public const string AttributeNameMissing = "requested-attributes-missing-name";
    public const string MethodsEmpty = "empty-authentication-methods";
    public const string DisplayNameMissing = "organization-display-name-missing";

    public const string Malformed = "sandbox-request-malformed";
    public const string WrongSignature = "sandbox-signature-wrong";
    public const string UnknownApplication = "sandbox-service-provider-unknown";
    public const string WrongDestination = "sandbox-destination-wrong";
    public const string NotNow = "sandbox-request-not-of-now";
    public const string AnswerElsewhere = "sandbox-answer-address-elsewhere";
    public const string AnswerBinding = "sandbox-answer-binding-unsupported";
    public const string RelayStateTooLong = "sandbox-relay-state-too-long";
    public const string UnknownLevel = "sandbox-level-unknown";
    public const string UnknownMethod = "sandbox-method-unknown";
    public const string UnknownAttribute = "sandbox-attribute-unknown";
    public const string DeprecatedAttribute = "sandbox-attribute-deprecated";
    public const string OnlineServiceIdMissing = "sandbox-online-service-id-missing";

    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        [ExtensionMissing] = "Dem AuthnRequest fehlt die Erweiterung akdb:AuthenticationRequest.",
        [ExtensionDeprecated] = "Die Erweiterung akdb:AuthenticationRequest hat nicht die Version 2.",
        [NotSigned] = "Der AuthnRequest trägt keine Signatur.",
        [PurposeMarkup] = "Der Zweck (Purpose) enthält Auszeichnungen, die nicht erlaubt sind.",
        [MissingBerca] = "Für diesen Onlinedienst ist kein Berechtigungszertifikat hinterlegt; der Online-Ausweis lässt sich nicht benutzen.",
        [AttributesEmpty] = "Es wird kein einziges Attribut angefragt.",
        [AttributeNameMissing] = "Ein angefragtes Attribut hat keinen Namen.",
        [MethodsEmpty] = "AuthnMethods nennt kein Verfahren, mit dem man sich anmelden dürfte.",
        [DisplayNameMissing] = "Der Name der anfragenden Stelle (OrganizationDisplayName) fehlt.",
        [Malformed] = "Die Anfrage ist kein AuthnRequest nach SAML 2.0, oder sie ist beschädigt.",
        [WrongSignature] = "Die Signatur der Anfrage stimmt nicht mit dem Zertifikat überein, das die Sandbox der Anwendung ausgegeben hat, oder sie hat eine Form, die nicht angenommen wird.",
        [UnknownApplication] = "Der Issuer ist nicht bekannt. Die EntityId steht in den Einstellungen der Sandbox.",
        [WrongDestination] = "Destination nennt nicht die Adresse, an der die Anfrage ankam.",
        [NotNow] = "IssueInstant liegt mehr als fünf Minuten neben der Uhr der Sandbox.",
        [AnswerElsewhere] = "AssertionConsumerServiceURL fehlt oder liegt nicht auf diesem Rechner.",
        [AnswerBinding] = "Die Antwort gibt es nur über HTTP-POST.",
        [RelayStateTooLong] = "RelayState ist länger als 80 Byte (SAML 2.0 Bindings, Abschnitt 3.4.3).",
        [UnknownLevel] = "RequestedAuthnContext nennt kein bekanntes Vertrauensniveau oder einen anderen Vergleich als minimum.",
        [UnknownMethod] = "AuthnMethods nennt ein Verfahren, das es nicht gibt.",
        [UnknownAttribute] = "Ein angefragtes Attribut gibt es nicht. Verlangt ist die Schreibweise urn:oid:….",
        [DeprecatedAttribute] = "Das bPK ist abgekündigt; an seine Stelle tritt das bPK2.",
        [OnlineServiceIdMissing] = "Die Kennung des Onlinedienstes (OnlineServiceId, BMI-ID) fehlt.",
    };

    /// <summary>The sentence of a code, or null where there is no such code.</summary>
    public static string? SentenceOf(string? code) => code is null ? null : Sentences.GetValueOrDefault(code);
}
