using System.Xml;
using BaseComponents.Eid.Saml.Internal;
using BaseComponents.Shared.XmlSecurity;

namespace BaseComponents.Eid.Saml.BundId;

/// <summary>Says of a request that is written already, by whatever software, what BundID would refuse.</summary>
/// <remarks>Codes of BundID: interface description 10.2, section 9.6. Those of this package begin with <c>lint-</c>. <c>missing-berca</c> cannot be seen in a request.</remarks>
public static class BundIdMessageLinter
{
    private const string Extension = "AuthenticationRequest";
    private const string DisplayNamespace = SamlNames.Akdb + "/classic-ui/v1";
    private const int ShownCharacters = 50;

    /// <summary>All findings about a request.</summary>
    /// <param name="request">The XML of the AuthnRequest.</param>
    /// <param name="isSignedInAddress">The request travels by redirect: its signature stands in the address and not in the XML.</param>
    public static IReadOnlyList<SamlFinding> Check(ReadOnlySpan<byte> request, bool isSignedInAddress = false)
    {
        XmlElement root;
        try
        {
            root = HostileXml.Read(request, new XmlLimits { Bytes = SamlResponseReader.LargestResponse }).DocumentElement!;
        }
        catch (XmlRefusedException refused)
        {
            return [Error("lint-unreadable", $"The request cannot be read ({refused.Reason}).")];
        }

        if (!root.Is("AuthnRequest", SamlNames.Protocol))
            return [Error("lint-no-request", $"This is {root.LocalName}, not an AuthnRequest.")];
        return [.. Envelope(root, isSignedInAddress), .. Body(root)];
    }

    private static IEnumerable<SamlFinding> Envelope(XmlElement root, bool isSignedInAddress)
    {
        if (!isSignedInAddress && !root.Elements("Signature", XmlSecurityUris.Dsig).Any())
            yield return Error("saml-request-not-signed", "The request carries no signature. Sign it with the key of the metadata.");
        if (root.Elements("Issuer", SamlNames.Assertion).FirstOrDefault()?.OwnText()?.Trim() is not { Length: > 0 } issuer)
            yield return Error("lint-issuer-missing", "The request does not say who asks (Issuer).");
        else if (EntityIdRules.Failure(issuer) is { } failure)
            yield return Error("lint-entity-id", failure);
    }

    private static IEnumerable<SamlFinding> Body(XmlElement root)
    {
        var extension = root.Elements("Extensions", SamlNames.Protocol).SelectMany(holder => holder.Elements(Extension, SamlNames.Akdb)).FirstOrDefault();
        if (extension is null)
            return [Error("akdb-extension-missing", "The extension of BundID (akdb:AuthenticationRequest) is missing in Extensions.")];
        return extension.Attribute("Version") == "2"
            ? [.. Methods(extension), .. Attributes(extension), .. Display(extension)]
            : [Error("akdb-extension-v1-deprecated", "The extension is not of version 2. Write Version=\"2\" and the elements of that version.")];
    }

    private static IEnumerable<SamlFinding> Methods(XmlElement extension)
    {
        if (extension.Elements("AuthnMethods", SamlNames.Akdb).FirstOrDefault() is { } methods
            && !methods.Elements().SelectMany(method => method.Elements("Enabled", SamlNames.Akdb)).Any(enabled => enabled.OwnText()?.Trim() is "true" or "1"))
            yield return Error("empty-authentication-methods", "AuthnMethods enables no method. Enable at least one, or leave AuthnMethods out for all.");
    }

    private static IEnumerable<SamlFinding> Attributes(XmlElement extension)
    {
        var asked = extension.Elements("RequestedAttributes", SamlNames.Akdb).SelectMany(holder => holder.Elements("RequestedAttribute", SamlNames.Akdb)).ToList();
        if (asked.Count == 0)
            yield return Error("requested-attributes-empty", "RequestedAttributes names no attribute.");
        if (asked.Any(attribute => string.IsNullOrWhiteSpace(attribute.Attribute("Name"))))
            yield return Error("requested-attributes-missing-name", "A RequestedAttribute has no Name.");
        if (asked.Any(attribute => attribute.Attribute("Name") == BundIdAttributes.Bpk))
            yield return Error("lint-deprecated-pseudonym", $"bPK ({BundIdAttributes.Bpk}) may no longer be asked for. Ask for bPK2 ({BundIdAttributes.Bpk2}).");
        if (asked.Any(attribute => attribute.Attribute("Name") is BundIdAttributes.Bpk2 or BundIdAttributes.MailboxHandle && attribute.Attribute("RequiredAttribute") is "true" or "1"))
            yield return Warning("lint-hides-guest-login", "Pseudonym or mailbox is required: BundID then hides the log-in without an account.");
    }

    private static IEnumerable<SamlFinding> Display(XmlElement extension)
    {
        var display = extension.Elements("DisplayInformation", SamlNames.Akdb).SelectMany(holder => holder.Elements("Version", DisplayNamespace)).FirstOrDefault();
        string Text(string name) => display?.Elements(name, DisplayNamespace).FirstOrDefault()?.OwnText()?.Trim() ?? "";
        if (Text("OrganizationDisplayName").Length == 0)
            yield return Error("organization-display-name-missing", "OrganizationDisplayName is missing. Name the authority as citizens know it.");
        else if (Text("OrganizationDisplayName").Length > ShownCharacters)
            yield return Warning("lint-organization-display-name-long", $"OrganizationDisplayName has more than {ShownCharacters} characters; BundID may cut it.");
        if (Text("OnlineServiceId").Length == 0)
            yield return Error("lint-online-service-id-missing", "OnlineServiceId (BMI-ID) is mandatory since 30 June 2025.");
        if (Text("Purpose").Contains('<', StringComparison.Ordinal))
            yield return Warning("purpose-does-not-support-restricted-html", "Purpose contains markup. BundID takes a few elements only, and which is not public: leave markup out.");
        if (Text("BackURL") is { Length: > 0 } back && !(Uri.TryCreate(back, UriKind.Absolute, out var address) && address.Scheme == "https"))
            yield return Error("lint-back-address", "BackURL must be a fixed https address of the application.");
    }

    private static SamlFinding Error(string code, string message) => new(SamlFindingSeverity.Error, code, message);

    private static SamlFinding Warning(string code, string message) => new(SamlFindingSeverity.Warning, code, message);
}
