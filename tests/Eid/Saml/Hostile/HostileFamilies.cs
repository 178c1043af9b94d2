using System.Text;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml.Hostile;

/// <summary>Every attack, by family.</summary>
internal static class HostileFamilies
{
    public static IReadOnlyList<HostileCase> All { get; } = [.. Signatures(), .. Unsigned.All, .. Wrapped(), .. Encryption(), .. Wrong(), .. Documents(), .. Namespaces.All, .. Changes.All, .. Levels.All, .. Journeys.All];

    private static IEnumerable<HostileCase> Signatures() => SignatureAttacks.All.Select(attack =>
        HostileCase.Document(SignatureFamily(attack.Value.Reason), attack.Key, (trial, good) => trial.Finish(good.ToXml(), attack.Value.Signature)));

    private static string SignatureFamily(string reason) => reason switch
    {
        "signature-key" => "key in KeyInfo",
        "signature-algorithm" or "signature-digest-algorithm" or "signature-algorithm-parameters" => "SHA-1, HMAC and other algorithms",
        "signature-of-another-element" => "signature over another element",
        "signature-signed-info" => "no reference, or several",
        "signature-object" => "decoy in an object",
        _ => "foreign transforms",
    };

    private static IEnumerable<HostileCase> Wrapped() => Wrappings.All.Select(wrapping => HostileCase.Document("wrapping: " + wrapping.Place, wrapping.ToString(), (trial, good) => EncryptedWrapping.Make(trial, good, wrapping)));

    private static IEnumerable<HostileCase> Encryption() => EncryptionAttacks.All.Select(attack =>
        HostileCase.Document("encryption", attack.Key, (trial, good) => trial.Finish(good.ToXml(), encryption: attack.Value.Encryption)));

    private static IEnumerable<HostileCase> Wrong() => WrongAnswers.All.Select(wrong => HostileCase.Document(WrongFamily(wrong.Value.Reason), wrong.Key, (trial, good) => trial.Finish(wrong.Value.Change(good).ToXml())));

    private static string WrongFamily(string reason) => reason switch
    {
        "response-request" or "confirmation-request" => "other request",
        "audience" => "other audience",
        "response-destination" or "confirmation-recipient" => "other destination or recipient",
        "response-issuer" or "assertion-issuer" => "other issuer",
        "conditions-expired" or "confirmation-expired" or "conditions-not-yet" or "response-time" or "authentication-stale" or "authentication-time" => "dates at the edge",
        "assertion-not-single" => "decoy in extensions",
        _ => "content nobody understands",
    };

    private static IEnumerable<HostileCase> Documents() => HostileDocuments.All.Select(document => HostileCase.Message(
        DocumentFamily(document.Value.Reason), document.Key, (trial, good) => document.Value.Xml(Encoding.UTF8.GetString(HostileTrial.Octets(trial.Finish(good.ToXml()))))));

    private static string DocumentFamily(string reason) => reason switch
    {
        "xml-doctype" => "DTD",
        "xml-namespace-relative" => "namespace confusion",
        "xml-identifier-twice" => "identifiers",
        "xml-too-long" or "xml-too-deep" or "xml-too-many-attributes" or "xml-too-many-elements" => "without measure",
        _ => "no proper XML",
    };
}
