using BaseComponents.Eid.Saml.Internal;

namespace BaseComponents.Eid.Saml.BundId;

internal sealed class BundIdProfile(BundIdRequest request) : SamlProfile
{
    public override SamlRequestContent Request(AssuranceLevel minimumLevel) => new()
    {
        MinimumContextClass = $"STORK-QAA-Level-{(int)minimumLevel}",
        NameFormat = SamlNames.TransientFormat,
        Extension = BundIdExtension.Write(request),
    };

    private protected override EidIdentity Map(SamlAssertion assertion) => BundIdMapper.Map(assertion, request.Attributes);

    // What the request demanded is checked in the answer: the request travelled through the browser.
    private protected override SamlLogin.Failed? Problem(SamlAssertion assertion)
    {
        if (request.Methods.Count > 0 && !request.Methods.Any(method => NameOf(method) == MethodIn(assertion)))
            return new SamlLogin.Failed(EidLoginOutcome.Rejected, "method-not-offered");
        var texts = new AttributeTexts(assertion);
        var missing = request.Attributes.Where(attribute => attribute.Required && BundIdAttributes.NamesOf(attribute.Attribute.GetValueOrDefault()).All(name => texts.Text(name) is null));
        return missing.FirstOrDefault() is { } first ? new SamlLogin.Failed(EidLoginOutcome.AttributesMissing, $"missing-{first.Attribute}") : null;
    }

    private static EidMethod MethodIn(SamlAssertion assertion) => new(new AttributeTexts(assertion).Text(BundIdAttributes.AssertionProvedBy) ?? "");

    private static EidMethod NameOf(BundIdMethod method) => method switch
    {
        BundIdMethod.UserName => EidMethod.UserName,
        _ => new EidMethod(method.ToString()),
    };
}
