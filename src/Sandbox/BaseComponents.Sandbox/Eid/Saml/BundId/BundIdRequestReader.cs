using System.Xml;
using BaseComponents.Sandbox.Eid.Saml.Requests;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.Saml.BundId;

/// <summary>Reads BundID's extension of the AuthnRequest, version 2, and refuses it for the reasons for which BundID does.</summary>
/// <remarks>BundID interface description 10.2, sections 6.1 and 9: akdb:AuthenticationRequest</remarks>
internal static class BundIdRequestReader
{
    private static readonly string[] KnownMethods = ["Authega", "Benutzername", "Diia", "eID", "eIDAS", "Elster", "FINK"];

    /// <exception cref="RequestRefusedException">BundID would show its error page.</exception>
    public static BundIdRequest Read(XmlElement? extensions)
    {
        var extension = extensions?.Child("AuthenticationRequest", SamlUris.Akdb) ?? throw new RequestRefusedException(RefusalCodes.ExtensionMissing);
        Require(extension.GetAttribute("Version") == "2", RefusalCodes.ExtensionDeprecated);
        var display = extension.Child("DisplayInformation", SamlUris.Akdb)?.Child("Version", SamlUris.AkdbDisplay);
        return new BundIdRequest
        {
            Methods = Methods(extension.Child("AuthnMethods", SamlUris.Akdb)),
            Attributes = [.. Attributes(extension.Child("RequestedAttributes", SamlUris.Akdb))],
            WantsStatusDetail = IsTrue(extension.GetAttribute("EnableStatusDetail")),
            OrganisationName = OrganisationName(display),
            BackAddress = BackAddress(Text(display, "BackURL")),
        };
    }

    private static HashSet<string>? Methods(XmlElement? methods)
    {
        if (methods is null)
            return null;
        Require(methods.Children().All(method => method.NamespaceURI == SamlUris.Akdb && KnownMethods.Contains(method.LocalName)), RefusalCodes.UnknownMethod);
        var enabled = methods.Children().Where(method => IsTrue(method.Child("Enabled", SamlUris.Akdb)?.Text())).Select(method => method.LocalName).ToHashSet(StringComparer.Ordinal);
        Require(enabled.Count > 0, RefusalCodes.MethodsEmpty);
        return enabled;
    }

    private static IEnumerable<(BundIdDatum Datum, bool IsRequired)> Attributes(XmlElement? requested)
    {
        var attributes = requested?.Children("RequestedAttribute", SamlUris.Akdb).ToArray() ?? [];
        Require(attributes.Length > 0, RefusalCodes.AttributesEmpty);
        return attributes.DistinctBy(attribute => attribute.GetAttribute("Name")).Select(attribute => (Datum(attribute.GetAttribute("Name")), IsTrue(attribute.GetAttribute("RequiredAttribute"))));
    }

    private static BundIdDatum Datum(string name)
    {
        Require(name.Length > 0, RefusalCodes.AttributeNameMissing);
        Require(name != BundIdDatum.DeprecatedPseudonym, RefusalCodes.DeprecatedAttribute);
        return BundIdDatum.Find(name) ?? throw new RequestRefusedException(RefusalCodes.UnknownAttribute);
    }

    private static string OrganisationName(XmlElement? display)
    {
        var name = Text(display, "OrganizationDisplayName");
        Require(name.Length > 0, RefusalCodes.DisplayNameMissing);
        Require(Text(display, "OnlineServiceId").Length > 0, RefusalCodes.OnlineServiceIdMissing);
        Require(!RestrictedHtml.IsViolatedBy(Text(display, "Purpose")), RefusalCodes.PurposeMarkup);
        return name;
    }

    private static Uri? BackAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? address : null;

    private static string Text(XmlElement? parent, string name) => parent?.Child(name, SamlUris.AkdbDisplay)?.Text() ?? "";

    private static bool IsTrue(string? text) => text is "true" or "1";

    private static void Require(bool holds, string code)
    {
        if (!holds)
            throw new RequestRefusedException(code);
    }
}
