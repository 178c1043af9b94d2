using System.Xml;
using BaseComponents.Shared.XmlSecurity;
using static BaseComponents.Eid.Saml.Internal.ResponseUnderCheck;

namespace BaseComponents.Eid.Saml.Internal.Checks;

/// <summary>The user proved who they are for this request, not at some earlier time, and each statement about it names a context class.</summary>
internal sealed class AuthenticationCheck : IResponseCheck
{
    public void Apply(ResponseUnderCheck answer)
    {
        var statements = answer.Assertion.Elements("AuthnStatement", SamlNames.Assertion).ToArray();
        if (statements.Length == 0)
            Refuse("authentication-missing");
        foreach (var statement in statements)
            RequireFresh(answer, statement);
    }

    private static void RequireFresh(ResponseUnderCheck answer, XmlElement statement)
    {
        if (SamlTime.Read(statement.Attribute("AuthnInstant")) is not { } authenticated || authenticated > answer.LatestNow)
            Refuse("authentication-time");
        else if (authenticated < answer.Expectation.RequestedAt - answer.Expectation.ClockSkew)
            Refuse("authentication-stale");
        if (statement.Attribute("SessionNotOnOrAfter") is { } text && (SamlTime.Read(text) is not { } end || end <= answer.EarliestNow))
            Refuse("authentication-session-ended");
        if (statement.Elements("AuthnContext", SamlNames.Assertion).ToArray() is not [var context]
            || context.Elements("AuthnContextClassRef", SamlNames.Assertion).ToArray() is not [var reference] || string.IsNullOrWhiteSpace(reference.OwnText()))
            Refuse("authentication-context");
    }
}
