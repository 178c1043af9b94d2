using System.Security.Cryptography;
using BaseComponents.Sandbox.Internal;
using BaseComponents.Sandbox.Internal.Pki;

namespace BaseComponents.Sandbox.Mail;

/// <summary>
/// The certificates of all mailboxes. The offices share one key, so that the Sandbox starts fast; the sender has its own. Offices
/// with an address of odd length say in their certificate that they can read RSA-OAEP (smimeCapabilities), the others say nothing, as most real ones do: so no new office changes an old one.
/// One mailbox has a key on P-256 of its own.
/// </summary>
internal sealed class MailKeys
{
    private readonly SandboxContext _context;
    private readonly RevocationPlaces _places;
    private readonly string _keyPem;
    private readonly string _curveKeyPem;
    private readonly Dictionary<string, string> _certificates;

    public MailKeys(SandboxContext context, IReadOnlyList<string> offices, RevocationPlaces places)
    {
        (_context, _places) = (context, places);
        Sender = MailboxKey.Of(context.Authority.LoadOrIssue("mail-sender", CertificateShape.Mail(SandboxMailboxes.Sender, "Beispielstadt Online-Dienste (Sandbox)") with { Revocation = places }));
        var kept = context.State.Read<KeptKeys>("mail-keys/offices") ?? new KeptKeys(NewKey(context.Keys), [], null);
        (_keyPem, _curveKeyPem) = (kept.KeyPem, kept.CurveKeyPem ?? NewCurveKey());
        _certificates = IssueMissing(kept, offices);
    }

    /// <summary>Certificate and key of the mailbox that applications send from.</summary>
    public MailboxKey Sender { get; }

    /// <summary>Mailboxes that have a certificate, with it in PEM form.</summary>
    public IReadOnlyDictionary<string, string> Certificates => _certificates;

    /// <summary>Certificate with key of a mailbox, or null.</summary>
    public MailboxKey? Find(string address)
    {
        if (string.Equals(address, SandboxMailboxes.Sender, StringComparison.OrdinalIgnoreCase))
            return Sender;
        return _certificates.TryGetValue(address, out var pem) ? new MailboxKey(pem, IsOfCurve(address) ? _curveKeyPem : _keyPem) : null;
    }

    private static bool IsOfCurve(string address) => string.Equals(address, SandboxMailboxes.EllipticCurve, StringComparison.OrdinalIgnoreCase);

    private Dictionary<string, string> IssueMissing(KeptKeys kept, IReadOnlyList<string> offices)
    {
        var certificates = new Dictionary<string, string>(kept.Certificates, StringComparer.OrdinalIgnoreCase);
        var missing = offices.Where(office => !certificates.ContainsKey(office)).ToList();
        if (missing.Count == 0 && certificates.ContainsKey(SandboxMailboxes.ExpiredCertificate) && certificates.ContainsKey(SandboxMailboxes.RevokedCertificate)
            && certificates.ContainsKey(SandboxMailboxes.EllipticCurve))
            return certificates;
        using var issuer = new MailCertificateIssuer(_context.Authority.Root, _keyPem, _places, _context.Clock.GetUtcNow());
        foreach (var address in missing)
            certificates[address] = issuer.Issue(address, readsOaep: address.Length % 2 == 1);
        certificates.TryAdd(SandboxMailboxes.ExpiredCertificate, issuer.IssueExpired(SandboxMailboxes.ExpiredCertificate));
        certificates.TryAdd(SandboxMailboxes.RevokedCertificate, issuer.Issue(SandboxMailboxes.RevokedCertificate, readsOaep: false));
        using var curve = ECDsa.Create();
        curve.ImportFromPem(_curveKeyPem);
        certificates.TryAdd(SandboxMailboxes.EllipticCurve, issuer.Issue(SandboxMailboxes.EllipticCurve, curve));
        _context.State.Write("mail-keys/offices", new KeptKeys(_keyPem, certificates, _curveKeyPem));
        return certificates;
    }

    private static string NewKey(RsaKeys keys)
    {
        using var key = keys.Draw(2048);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static string NewCurveKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private sealed record KeptKeys(string KeyPem, Dictionary<string, string> Certificates, string? CurveKeyPem);
}
