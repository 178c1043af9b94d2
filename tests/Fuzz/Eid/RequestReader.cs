using System.Text;
using BaseComponents.Eid;
using BaseComponents.Eid.Saml;
using BaseComponents.Eid.Saml.BundId;
using BaseComponents.Tests.Eid.Saml.Forge;

namespace BaseComponents.Tests.Fuzz.Eid;

/// <summary>A request of any software, looked at by the linter: it always has an answer.</summary>
internal sealed class RequestReader() : Reader("saml-request")
{
    public override void Read(byte[] input)
    {
        if (BundIdMessageLinter.Check(input).Any(finding => finding.Code.Length == 0 || finding.Message.Length == 0))
            throw new WrongReadingException("A finding says nothing.");
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        var request = new BundIdRequest
        {
            OrganisationDisplayName = "Beispielstadt",
            OnlineServiceId = "BMI-0000",
            Attributes = [new SamlRequestedAttribute { Attribute = EidAttribute.FamilyName, Required = true, Purpose = "Bescheid" }],
            Methods = [BundIdMethod.EID],
            BackAddress = new Uri("https://hundesteuer.beispielstadt.example/"),
        };
        var written = new SamlRequestWriter(Parties.ServiceProvider, Parties.Asked).Write(SamlProfile.BundId(request).Request(AssuranceLevel.Substantial), SamlBinding.Post, "relay");
        yield return ("bundid.xml", Convert.FromBase64String(written.FormValue!));
        yield return ("other.xml", Encoding.UTF8.GetBytes("""<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>"""));
    }
}
