using BaseComponents.Eid.Saml.Internal;

namespace BaseComponents.Eid.Saml.Unternehmenskonto;

internal sealed class UnternehmenskontoProfile(bool acceptTestAccounts) : SamlProfile
{
    // Which context classes it knows is not public: the level is read from its attributes, and none is asked for.
    public override SamlRequestContent Request(AssuranceLevel minimumLevel) => new() { NameFormat = SamlNames.PersistentFormat };

    private protected override EidIdentity Map(SamlAssertion assertion) => UnternehmenskontoMapper.Map(assertion);

    private protected override SamlLogin.Failed? Problem(SamlAssertion assertion)
    {
        if (!acceptTestAccounts && UnternehmenskontoMapper.IsTestAccount(assertion))
            return new SamlLogin.Failed(EidLoginOutcome.Rejected, "test-account");
        return UnternehmenskontoMapper.IsNamed(assertion) ? null : new SamlLogin.Failed(EidLoginOutcome.AttributesMissing, "missing-name");
    }
}
