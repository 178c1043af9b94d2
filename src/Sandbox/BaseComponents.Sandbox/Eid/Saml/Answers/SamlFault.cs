namespace BaseComponents.Sandbox.Eid.Saml.Answers;

/// <param name="Name">Name behind that of the identity provider, such as <c>unsigned</c>.</param>
/// <param name="Description">What it does (German, for the front page).</param>
/// <param name="Change">What becomes of the plan of an answer.</param>
internal sealed record SamlFault(string Name, string Description, Func<AnswerPlan, AnswerPlan> Change);
