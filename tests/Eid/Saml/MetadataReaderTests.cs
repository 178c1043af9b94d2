using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml;
using BaseComponents.Eid.Saml;
using BaseComponents.Eid.Saml.Metadata;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>Metadata of an identity provider: the keys that everything else is trusted by.</summary>
public sealed class MetadataReaderTests
{
    private const string Short = "MIIB";

    private static X509Certificate2 Weak { get; } = Parties.Certificate("weak", keySize: 1024);

    // A change of the text before it is pinned or signed, and the reason it is refused for.
    private static readonly Dictionary<string, (Func<string, string> Change, string Reason)> Cases = new()
    {
        ["of another identity provider"] = (xml => Replaced(xml, $"entityID=\"{Parties.IdentityProviderId}\"", "entityID=\"https://other.example\""), "metadata-entity"),
        ["of two with one name"] = (xml => Replaced(Aggregate(xml), "</md:EntitiesDescriptor>", $"<md:EntityDescriptor entityID=\"{Parties.IdentityProviderId}\"/></md:EntitiesDescriptor>"), "metadata-entity"),
        ["of an application"] = (xml => xml.Replace("IDPSSODescriptor", "SPSSODescriptor", StringComparison.Ordinal), "metadata-role"),
        ["expired just now"] = (xml => Replaced(xml, "entityID=", "validUntil=\"2026-11-24T12:00:00Z\" entityID="), "metadata-expired"),
        ["expired in the part of the identity provider"] = (xml => Replaced(xml, "<md:IDPSSODescriptor ", "<md:IDPSSODescriptor validUntil=\"2026-11-24T12:00:00Z\" "), "metadata-expired"),
        ["expired around the identity provider"] = (xml => Replaced(Aggregate(xml), "<md:EntitiesDescriptor ", "<md:EntitiesDescriptor validUntil=\"2026-11-24T12:00:00Z\" "), "metadata-expired"),
        ["valid until no time"] = (xml => Replaced(xml, "entityID=", "validUntil=\"soon\" entityID="), "metadata-expired"),
        ["with an address of another kind"] = (xml => Replaced(xml, "https://idp.example/sso", "ftp://idp.example/sso"), "metadata-address"),
        ["with half an address"] = (xml => Replaced(xml, "https://idp.example/sso", "sso"), "metadata-address"),
        ["without a key that signs"] = (xml => Replaced(xml, "use=\"signing\"", "use=\"encryption\""), "metadata-no-signing-key"),
        ["with a certificate that is no base64"] = (xml => Replaced(xml, "<ds:X509Certificate>", "<ds:X509Certificate>!"), "metadata-certificate"),
        ["with a certificate that is none"] = (xml => Replaced(xml, Base64(Parties.IdentityProvider), Short), "metadata-certificate"),
        ["with a weak key beside a good one"] = (xml => Replaced(xml, "</md:KeyDescriptor>", $"</md:KeyDescriptor>{Key("signing", Weak)}"), "metadata-certificate"),
        ["that is no XML"] = (xml => xml[..^1], "xml-malformed"),
    };

    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_not_used_when_it_is(string name) => ShouldBeRefused(() => Pinned(Cases[name].Change(Metadata())), Cases[name].Reason);

    [Fact]
    public void Says_where_to_ask_and_which_keys_may_sign()
    {
        var expired = Parties.Certificate("idp-expired", fromDays: -30, toDays: -1);
        var xml = Replaced(Metadata(), "<md:KeyDescriptor", Key("signing", expired) + Key("encryption", Parties.Attacker) + Key(null, Parties.NextIdentityProviderKey) + "<md:KeyDescriptor");

        var read = Pinned(xml);

        read.EntityId.Should().Be(Parties.IdentityProviderId);
        read.PostAddress.Should().Be(new Uri("https://idp.example/sso"));
        read.RedirectAddress.Should().Be(new Uri("https://idp.example/redirect"));
        read.SigningCertificates.Should().Equal(expired, Parties.NextIdentityProviderKey, Parties.IdentityProvider);
    }

    [Fact]
    public void Is_found_among_others() => Pinned(Aggregate(Metadata())).EntityId.Should().Be(Parties.IdentityProviderId);

    [Fact]
    public void Is_valid_to_its_last_moment() => Pinned(Replaced(Metadata(), "entityID=", "validUntil=\"2026-11-24T12:00:01Z\" entityID=")).Should().NotBeNull();

    [Fact]
    public void Of_another_file_than_the_pinned_one_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Metadata());
        ShouldBeRefused(() => SamlMetadataReader.ReadPinned(bytes, Pin([.. bytes, (byte)' ']), Parties.IdentityProviderId, Parties.Now), "metadata-not-pinned");
    }

    [Fact]
    public void A_pin_may_be_written_in_small_letters_with_a_line_break_behind()
    {
        var bytes = Encoding.UTF8.GetBytes(Metadata());
        SamlMetadataReader.ReadPinned(bytes, Pin(bytes).ToLowerInvariant() + "\n", Parties.IdentityProviderId, Parties.Now).EntityId.Should().Be(Parties.IdentityProviderId);
    }

    [Fact]
    public void Signed_by_the_operator_is_used() => Signed(Sign(Metadata()), Parties.NextIdentityProviderKey, Parties.IdentityProvider).EntityId.Should().Be(Parties.IdentityProviderId);

    [Fact]
    public void Signed_by_nobody_is_refused() => ShouldBeRefused(() => Signed(Metadata(), Parties.IdentityProvider), "metadata-not-signed");

    [Fact]
    public void Signed_by_a_stranger_whose_key_stands_in_it_is_refused() => ShouldBeRefused(() => Signed(Sign(Metadata(), Parties.Attacker), Parties.IdentityProvider), "signature-key");

    [Fact]
    public void Changed_after_signing_is_refused() =>
        ShouldBeRefused(() => Signed(Replaced(Sign(Metadata()), "https://idp.example/sso", "https://attacker.example/sso"), Parties.IdentityProvider), "signature-digest");

    [Fact]
    public void A_signature_of_a_part_is_none_of_the_whole()
    {
        var signed = Sign(Metadata());
        ShouldBeRefused(() => Signed(Aggregate(signed), Parties.IdentityProvider), "metadata-not-signed");
    }

    [Fact]
    public void A_signature_needs_an_identifier_to_point_at() =>
        ShouldBeRefused(() => Signed(Sign(Replaced(Metadata(), " ID=\"_metadata1\"", "")), Parties.IdentityProvider), "signature-of-another-element");

    [Fact]
    public void Signed_with_a_certificate_that_has_ended_is_refused()
    {
        using var ended = Parties.Certificate("operator", fromDays: -30, toDays: -1);
        ShouldBeRefused(() => Signed(Sign(Metadata(), ended), ended), "signature-key");
    }

    [Fact]
    public void A_signer_with_a_weak_key_is_refused_when_it_is_configured()
    {
        var read = () => Signed(Sign(Metadata(), Weak), Weak);
        read.Should().Throw<CryptographicException>().WithMessage("*2048 bits*");
    }

    private static void ShouldBeRefused(Func<SamlIdentityProvider> read, string reason) => read.Should().Throw<SamlMetadataException>().Which.Reason.Should().Be(reason);

    private static SamlIdentityProvider Pinned(string xml)
    {
        var bytes = Encoding.UTF8.GetBytes(xml);
        return SamlMetadataReader.ReadPinned(bytes, Pin(bytes), Parties.IdentityProviderId, Parties.Now);
    }

    private static SamlIdentityProvider Signed(string xml, params X509Certificate2[] signers) =>
        SamlMetadataReader.ReadSigned(Encoding.UTF8.GetBytes(xml), signers, Parties.IdentityProviderId, Parties.Now);

    private static string Pin(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    private static string Sign(string xml, X509Certificate2? signer = null)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(xml);
        new ForgedSignature { Signer = signer ?? Parties.IdentityProvider }.Apply(document.DocumentElement!);
        return document.OuterXml;
    }

    private static string Metadata() => $"""
        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID="_metadata1" entityID="{Parties.IdentityProviderId}"><md:IDPSSODescriptor protocolSupportEnumeration="{Answers.Protocol}">{Key("signing", Parties.IdentityProvider)}<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example/sso"/><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example/redirect"/></md:IDPSSODescriptor></md:EntityDescriptor>
        """;

    private static string Aggregate(string xml) => $"""<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"><md:EntityDescriptor entityID="https://other.example"/>{xml}</md:EntitiesDescriptor>""";

    private static string Key(string? use, X509Certificate2 certificate) =>
        $"""<md:KeyDescriptor{(use is null ? "" : $" use=\"{use}\"")}><ds:KeyInfo xmlns:ds="{ForgedSignature.Dsig}"><ds:X509Data><ds:X509Certificate>{Base64(certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>""";

    private static string Base64(X509Certificate2 certificate) => Convert.ToBase64String(certificate.RawData);

    private static string Replaced(string xml, string old, string @new)
    {
        xml.Should().Contain(old, "the case changes something");
        return xml.Replace(old, @new, StringComparison.Ordinal);
    }
}
