namespace BaseComponents.Sandbox.Eid.Saml.Answers;

/// <summary>What an attacker would like an application to read: somebody else's name, and no signature of its own.</summary>
internal static class ForgedPlan
{
    public const string Name = "ANGREIFER";

    public static AnswerPlan Of(AnswerPlan plan) => (plan with
    {
        ResponseId = SamlIds.Fresh(),
        AssertionId = SamlIds.Fresh(),
        AssertionSignature = null,
        ResponseSignature = null,
        Shape = AnswerShape.Right,
    }).WithAttributes(attributes => attributes.Select(attribute => attribute.Text is null ? attribute : attribute with { Text = Name }));
}
