using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;
using BaseComponents.Tests.Eid.EidServer.Forge;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.EidServer;

/// <summary>Who signed what, with which key. Each case changes one thing of an answer that is accepted.</summary>
public sealed class SignatureTests
{
    private readonly ForgedServer _server = new();

    private ForgedEnvelope Good => _server.Good(AnswerContents.Erika);

    [Theory]
    [InlineData(ForgedSignature.RsaSha256, ForgedSignature.Sha256)]
    [InlineData(ForgedSignature.PssSha256, ForgedSignature.Sha256)]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", "http://www.w3.org/2001/04/xmldsig-more#sha384")]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "http://www.w3.org/2001/04/xmlenc#sha512")]
    [InlineData("http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1", ForgedSignature.Sha256)]
    public async Task Strong_algorithms_are_accepted(string signature, string digest) =>
        (await ResultOf(Good with { Algorithm = signature, DigestAlgorithm = digest })).Should().BeOfType<EidServerResult.Verified>();

    [Theory]
    [InlineData("nistP256", "ecdsa-sha256")]
    [InlineData("nistP384", "ecdsa-sha384")]
    [InlineData("brainpoolP256r1", "ecdsa-sha256")]
    public async Task Keys_on_curves_are_accepted(string curve, string algorithm)
    {
        using var certificate = ServerParties.CurveCertificate(ECCurve.CreateFromFriendlyName(curve));
        var envelope = Good with { Signer = certificate, Algorithm = "http://www.w3.org/2001/04/xmldsig-more#" + algorithm };

        (await ResultOf(envelope.ToXml(), ServerParties.Connection with { ServerCertificates = [certificate] })).Should().BeOfType<EidServerResult.Verified>();
    }

    [Theory]
    [InlineData(ForgedSignature.Dsig + "rsa-sha1", ForgedSignature.Sha256, "signature-algorithm")]
    [InlineData(ForgedSignature.Dsig + "hmac-sha1", ForgedSignature.Sha256, "signature-algorithm")]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#hmac-sha256", ForgedSignature.Sha256, "signature-algorithm")]
    [InlineData(ForgedSignature.RsaSha256, ForgedSignature.Dsig + "sha1", "signature-digest-algorithm")]
    public async Task Weak_or_keyless_algorithms_are_refused(string signature, string digest, string reason) =>
        await Refused(Good with { Algorithm = signature, DigestAlgorithm = digest }, reason);

    public static TheoryData<string> Hints => new(
        "",
        ForgedEnvelope.IssuerSerial(ServerParties.Server),
        ForgedEnvelope.IssuerSerial(ServerParties.Attacker),
        ForgedEnvelope.Reference("<wsse:Reference URI=\"#token-1\"/>"),
        ForgedEnvelope.Reference("<wsse:KeyIdentifier>AAAA</wsse:KeyIdentifier>"),
        "<ds:KeyInfo><ds:KeyName>whoever</ds:KeyName></ds:KeyInfo>");

    [Theory]
    [MemberData(nameof(Hints))]
    public async Task What_a_signature_says_of_its_key_is_no_more_than_a_hint(string hint)
    {
        var token = $"<wsse:BinarySecurityToken wsu:Id=\"token-1\">{Convert.ToBase64String(ServerParties.Attacker.RawData)}</wsse:BinarySecurityToken>";

        (await ResultOf(Good with { KeyInfo = hint, MoreSecurity = token })).Should().BeOfType<EidServerResult.Verified>();
        await Refused(Good with { KeyInfo = hint, MoreSecurity = token, Signer = ServerParties.Attacker }, "signature-key");
    }

    [Fact]
    public async Task An_attacker_who_brings_the_key_along_is_refused()
    {
        var key = ServerParties.Attacker.GetRSAPublicKey()!.ExportParameters(false);
        var hint = $"<ds:KeyInfo><ds:KeyValue><ds:RSAKeyValue><ds:Modulus>{Convert.ToBase64String(key.Modulus!)}</ds:Modulus><ds:Exponent>{Convert.ToBase64String(key.Exponent!)}</ds:Exponent></ds:RSAKeyValue></ds:KeyValue></ds:KeyInfo>";

        await Refused(Good with { KeyInfo = hint, Signer = ServerParties.Attacker }, "signature-key");
    }

    [Fact]
    public async Task Both_keys_count_while_a_server_changes_them() =>
        (await ResultOf(Good with { Signer = ServerParties.NextServer })).Should().BeOfType<EidServerResult.Verified>();

    [Fact]
    public async Task A_key_whose_certificate_has_expired_does_not_count()
    {
        using var expired = ServerParties.Certificate("CN=old", fromDays: -20, toDays: -1);

        (await Invoking((Good with { Signer = expired }).ToXml(), ServerParties.Connection with { ServerCertificates = [expired] }).Should().ThrowAsync<EidException>()).WithMessage("*signature-key*");
    }

    [Fact]
    public Task Without_a_signature_it_is_refused() => Refused(Good with { Signed = [] }, "security-signature");

    [Fact]
    public Task A_body_that_is_not_signed_is_refused() => Refused(Good with { Signed = ["timestamp-1"] }, "signature-leaves-out");

    [Fact]
    public Task A_timestamp_that_is_not_signed_is_refused() => Refused(Good with { Signed = ["body-1"] }, "signature-leaves-out");

    [Fact]
    public Task A_body_signed_twice_is_refused() => Refused(Good with { Signed = ["body-1", "body-1", "timestamp-1"] }, "signature-leaves-out");

    [Theory]
    [InlineData("MUSTERMANN", "MUSTERFRAU", "signature-digest")]
    [InlineData("MUSTERMANN", "MUSTER<!-- -->MANN.", "signature-digest")]
    [InlineData("<eid:GivenNames>", "<eid:GivenNames >\n", "signature-digest")]
    [InlineData("12:00:00.000Z", "12:00:01.000Z", "signature-digest")]
    [InlineData("xmldsig-more#rsa-sha256", "xmldsig-more#rsa-sha512", "signature-key")]
    public async Task What_was_changed_afterwards_is_refused(string old, string @new, string reason) => await Refused(Changed(old, @new), reason);

    [Fact]
    public async Task A_comment_changes_nothing() => (await ResultOf(Changed("MUSTERMANN", "MUSTER<!-- -->MANN"))).Should().BeOfType<EidServerResult.Verified>()
        .Which.Identity.Person.FamilyName.Should().Be("MUSTERMANN");

    [Fact]
    public async Task More_parts_may_be_signed()
    {
        var envelope = Good with
        {
            MoreSecurity = "<wsse:BinarySecurityToken wsu:Id=\"token-1\">AAAA</wsse:BinarySecurityToken>",
            MoreHeader = "<a:MessageID xmlns:a=\"http://www.w3.org/2005/08/addressing\" wsu:Id=\"message-1\">urn:uuid:1</a:MessageID>",
            Signed = ["timestamp-1", "message-1", "body-1", "token-1"],
        };

        (await ResultOf(envelope)).Should().BeOfType<EidServerResult.Verified>();
        await Refused(envelope.ToXml().Replace("urn:uuid:1", "urn:uuid:2", StringComparison.Ordinal), "signature-digest");
    }

    [Fact]
    public async Task A_part_that_stands_somewhere_else_is_refused() =>
        await Refused(Good with { MoreHeader = "<a:Box xmlns:a=\"urn:a\"><a:In wsu:Id=\"in-1\"/></a:Box>", Signed = ["timestamp-1", "body-1", "in-1"] }, "signature-of-another-element");

    [Theory]
    [InlineData("<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>", "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"/>", "signature-canonicalization")]
    [InlineData("<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>", "<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/>", "signature-canonicalization")]
    [InlineData("<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>", "", "signature-transforms")]
    [InlineData("URI=\"#body-1\"", "URI=\"\"", "signature-reference-address")]
    [InlineData("URI=\"#body-1\"", "URI=\"#\"", "signature-reference-address")]
    [InlineData("URI=\"#body-1\"", "URI=\"https://attacker.example/body\"", "signature-reference-address")]
    [InlineData("URI=\"#body-1\"", "URI=\"#xpointer(id('body-1'))\"", "signature-leaves-out")]
    [InlineData("xml-exc-c14n#\"/><ds:SignatureMethod", "xml-exc-c14n#WithComments\"/><ds:SignatureMethod", "signature-canonicalization")]
    public async Task A_signature_of_another_form_is_refused_even_when_signed(string old, string @new, string reason) =>
        await Refused(Good with { ChangeSignedInfo = text => text.Replace(old, @new, StringComparison.Ordinal) }, reason);

    [Fact]
    public async Task A_signature_over_nothing_is_refused() =>
        await Refused(Good with { ChangeSignedInfo = text => System.Text.RegularExpressions.Regex.Replace(text, "<ds:Reference.*</ds:Reference>", "") }, "signature-references");

    [Fact]
    public async Task Hundreds_of_references_are_refused() =>
        await Refused(Good with { Signed = ["timestamp-1", .. Enumerable.Repeat("body-1", 100)] }, "signature-references");

    private string Changed(string old, string @new)
    {
        var xml = Good.ToXml();
        xml.Should().Contain(old);
        return xml.Replace(old, @new, StringComparison.Ordinal);
    }

    private Task<EidServerResult> ResultOf(ForgedEnvelope envelope) => ResultOf(envelope.ToXml());

    private Task<EidServerResult> ResultOf(string xml, EidServerConnection? connection = null) => new ForgedServer(_server.Clock).SaysXml(xml).Client(connection).GetResultAsync(Sessions.Open);

    private Func<Task> Invoking(string xml, EidServerConnection? connection = null) => () => ResultOf(xml, connection);

    private Task Refused(ForgedEnvelope envelope, string reason) => Refused(envelope.ToXml(), reason);

    private async Task Refused(string xml, string reason)
    {
        var fault = (await Invoking(xml).Should().ThrowAsync<EidException>()).Which;
        (fault.Code, fault.IsTransient).Should().Be(("eid.server-answer", false));
        fault.Message.Should().Contain($"({reason})").And.NotContainAny("ERIKA", "MUSTER");
    }
}
