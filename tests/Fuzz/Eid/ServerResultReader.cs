using System.Text;
using System.Xml;
using BaseComponents.Eid;
using BaseComponents.Eid.EidServer;
using BaseComponents.Tests.Eid.EidServer.Forge;

namespace BaseComponents.Tests.Fuzz.Eid;

/// <summary>The content of a result that the server itself signed, whatever it says. A success must hold what was required, at the level required.</summary>
internal sealed class ServerResultReader() : Reader("eid-server-result")
{
    public override void Read(byte[] input)
    {
        if (Signed(input) is not { } answer || ServerResults.Of(answer) is not EidServerResult.Verified verified)
            return;
        if (verified.Identity.Level < AssuranceLevel.Substantial || verified.Identity.Pseudonym is null || verified.FulfilsAge is null || verified.Identity.Person.DateOfBirth is null)
            throw new WrongReadingException("A success lacks what was required.");
    }

    public override IEnumerable<(string Name, byte[] Input)> Seeds()
    {
        yield return ("everything.xml", Encoding.UTF8.GetBytes(ServerContents.Everything));
        yield return ("partial.xml", Encoding.UTF8.GetBytes(ServerContents.Partial));
        yield return ("error.xml", Encoding.UTF8.GetBytes(AnswerContents.Declined("getResult", "getResult#invalidDocument")));
        yield return ("other-level.xml", Encoding.UTF8.GetBytes(AnswerContents.ResultOf("", level: "<eid:LevelOfAssuranceResponse>http://eidas.europa.eu/LoA/low</eid:LevelOfAssuranceResponse>")));
    }

    // What is no XML for the framework cannot be signed by it either; the reader of whole answers looks at that.
    private static byte[]? Signed(byte[] content)
    {
        try
        {
            return Encoding.UTF8.GetBytes(new ForgedEnvelope(Encoding.UTF8.GetString(content)) { Signer = ServerParties.Server, Created = ServerParties.Now }.ToXml());
        }
        catch (Exception exception) when (exception is XmlException or ArgumentException or InvalidOperationException or EncoderFallbackException)
        {
            return null;
        }
    }
}
