using System.Text.Json;
using BaseComponents.Sandbox.Eid.Persons;
using BaseComponents.Sandbox.Eid.Saml.Answers;
using BaseComponents.Sandbox.Eid.Saml.Requests;
using BaseComponents.Sandbox.Pages;

namespace BaseComponents.Sandbox.Eid.Saml.BundId;

/// <summary>One log-in at BundID.</summary>
internal sealed class BundIdLogin : SamlLogin
{
    private const int LongestNameShown = 50;
    private readonly BundIdRequest _wanted;
    private readonly Pseudonyms _pseudonyms;

    /// <exception cref="RequestRefusedException">BundID would show its error page.</exception>
    public BundIdLogin(AuthnRequest request, Pseudonyms pseudonyms)
        : base(request)
    {
        (_wanted, _pseudonyms) = (BundIdRequestReader.Read(request.Extensions), pseudonyms);
        var minimum = BundIdLevel.Parse(request.MinimumContext ?? BundIdLevel.Basic.ContextClass) ?? throw new RequestRefusedException(RefusalCodes.UnknownLevel);
        Offered = [.. SandboxPersons.All.Where(person => person.Company is null && IsAllowed(person.Method) && BundIdLevel.Of(person).Number >= minimum.Number)];
    }

    public override IReadOnlyList<SandboxPerson> Offered { get; }

    public override Html Introduction => Html.Of($"""
        <p>{Shown(_wanted.OrganisationName)} möchte wissen, wer Sie sind. Am echten Dienst stünde hier das BundID-Konto mit Online-Ausweis, ELSTER-Zertifikat oder Benutzername.</p>
        <p>Angefragt: {string.Join(", ", _wanted.Attributes.Select(attribute => attribute.Datum.FriendlyName + (attribute.IsRequired ? " (erforderlich)" : "")))}.</p>
        {(_wanted.BackAddress is { } back ? Html.Of($"<p><a href=\"{back.AbsoluteUri}\">Zurück zum Onlinedienst</a></p>") : Html.Empty)}
        """);

    // Whoever requires a pseudonym or a mailbox shuts guests out.
    public override bool OffersGuest(SandboxPerson person) =>
        person.Method != SandboxMethod.UserName && !_wanted.Attributes.Any(attribute => attribute.IsRequired && attribute.Datum.NeedsAccount);

    public override SamlOutcome Answer(SandboxPerson person, bool asGuest)
    {
        var account = new BundIdAccount(person, asGuest, new Uri(Request.Issuer).Host, _pseudonyms);
        var missing = _wanted.Attributes.Where(attribute => attribute.IsRequired && attribute.Datum.Value(account) is null).ToArray();
        return missing.Length > 0 ? Denied(missing.Select(attribute => attribute.Datum)) : new SamlOutcome(SamlStatus.Success)
        {
            Name = new SamlName(SamlIds.Fresh(), SamlUris.Transient),
            ContextClasses = [account.Level.ContextClass],
            Attributes = [.. _wanted.Attributes.Where(attribute => attribute.Datum.Value(account) is not null).Select(attribute => Attribute(attribute.Datum, account, attribute.IsRequired))],
        };
    }

    private bool IsAllowed(SandboxMethod method) => _wanted.Methods?.Contains(method.Name) ?? true;

    private SamlOutcome Denied(IEnumerable<BundIdDatum> missing) => new(new SamlStatus("Requester", "RequestDenied", _wanted.WantsStatusDetail ? Detail(missing) : null));

    private static string Detail(IEnumerable<BundIdDatum> missing) => JsonSerializer.Serialize(new
    {
        version = "1.0",
        errors = missing.Select(datum => new { code = "IDP_REQUIRED_ATTRIBUTES_MISSING", message = $"Attribute {datum.Name} is required but not available for this account." }),
    });

    private static SamlAttribute Attribute(BundIdDatum datum, BundIdAccount account, bool isRequired) => new(datum.Name, datum.Value(account))
    {
        FriendlyName = datum.FriendlyName,
        TrustLevel = datum.TrustOf(account),
        IsRequired = isRequired,
    };

    private static string Shown(string name) => name.Length <= LongestNameShown ? name : name[..LongestNameShown] + "…";
}
