using System.Text;
using BaseComponents.Eid.Saml;
using BaseComponents.Shared.XmlSecurity;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Eid.Saml;

/// <summary>A request reads as what was signed, whatever letters its texts have: a reader turns a bare carriage return into a line feed, and a bare tab of an attribute into a space.</summary>
public sealed class RequestTextTests
{
    private const string Extension = "<x:Purpose xmlns:x='urn:x' a='1&#9;2&#10;3&#13;4'>Hund&#13;&#10;Steuer&#9;&amp; &#x1F600;</x:Purpose>";

    [Theory]
    [InlineData(SamlSignatureAlgorithm.RsaPssSha256)]
    [InlineData(SamlSignatureAlgorithm.RsaSha256)]
    public void A_form_has_the_octets_that_were_signed(SamlSignatureAlgorithm algorithm)
    {
        var writer = new SamlRequestWriter(Parties.ServiceProvider with { SignatureAlgorithm = algorithm }, Parties.Asked);

        var octets = Convert.FromBase64String(writer.Write(new SamlRequestContent { Extension = Extension }, SamlBinding.Post, "relay").FormValue!);

        var request = HostileXml.Read(octets, new XmlLimits()).DocumentElement!;
        EnvelopedSignature.Find(request)!.Verify(new SigningKeySet([Parties.ServiceProvider.SigningCertificate]).ValidAt(Parties.Now));
        request.GetElementsByTagName("Purpose", "urn:x")[0]!.InnerText.Should().Be("Hund\r\nSteuer\t& \U0001F600");
        Encoding.UTF8.GetString(octets).Should().NotContain("\r");
    }
}
