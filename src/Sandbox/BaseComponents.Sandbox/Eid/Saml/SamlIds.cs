using System.Security.Cryptography;
using System.Xml;

namespace BaseComponents.Sandbox.Eid.Saml;

/// <summary>Identifiers of messages: names in the sense of XML, so that they may stand in an attribute of type ID.</summary>
internal static class SamlIds
{
    public static string Fresh() => "_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public static bool IsOne(string id)
    {
        if (id.Length is 0 or > 256)
            return false;
        try
        {
            XmlConvert.VerifyNCName(id);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
