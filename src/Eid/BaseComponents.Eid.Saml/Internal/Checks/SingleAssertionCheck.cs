using System.Xml;
using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>There is one assertion in the whole document, plain or encrypted, and it is a child of the response: no decoy in an advice, an extension or an object.</summary>
internal sealed class SingleAssertionCheck : IResponseCheck
{
    public void Apply(ResponseUnderCheck answer)
    {
        var children = answer.Response.Elements().Where(IsAssertion).ToArray();
        if (children is not [var only] || AssertionsBelow(answer.Response) != 1)
        {
            Refuse("assertion-not-single");
            return;
        }

        answer.Assertion = only;
    }

    public static int AssertionsBelow(XmlElement element)
    {
        var count = 0;
        for (var child = element.FirstChild; child is not null; child = child.NextSibling)
            if (child is XmlElement below)
                count += (IsAssertion(below) ? 1 : 0) + AssertionsBelow(below);
        return count;
    }

    private static bool IsAssertion(XmlElement element) => element.LocalName is "Assertion" or "EncryptedAssertion";
}
