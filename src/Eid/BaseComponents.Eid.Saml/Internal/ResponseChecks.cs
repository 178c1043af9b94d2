using BaseComponents.Eid.Saml.Internal.Checks;

namespace BaseComponents.Eid.Saml.Internal;

/// <summary>All checks, in the order in which they run. Each may rely on those before it.</summary>
internal static class ResponseChecks
{
    private static readonly IResponseCheck[] InOrder =
    [
        new ResponseShapeCheck(),
        new ResponseSignatureCheck(),
        new ResponseIssuerCheck(),
        new ResponseDestinationCheck(),
        new ResponseRequestCheck(),
        new ResponseTimeCheck(),
        new StatusCheck(),
        new SingleAssertionCheck(),
        new DecryptionCheck(),
        new AssertionShapeCheck(),
        new AssertionSignatureCheck(),
        new AssertionIssuerCheck(),
        new AssertionTimeCheck(),
        new ConditionsCheck(),
        new AudienceCheck(),
        new SubjectConfirmationCheck(),
        new AuthenticationCheck(),
        new AttributesCheck(),
    ];

    public static void Apply(ResponseUnderCheck answer)
    {
        foreach (var check in InOrder)
        {
            check.Apply(answer);
            if (answer.Declined is not null)
                return;
        }
    }
}
