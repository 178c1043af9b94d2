using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Internal.Evidence;
using BaseComponents.SecureMail.Internal.Gateway;
using BaseComponents.SecureMail.Internal.Revocation;
using BaseComponents.SecureMail.Outbox;
using BaseComponents.SecureMail.Wire.OpenPgp.Keys;
using BaseComponents.Shared;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BaseComponents.SecureMail.Internal;

/// <summary>What attributes cannot say: addresses, readable certificates, and that Sandbox and production stay apart.</summary>
internal sealed class SecureMailOptionsCheck(string name, string section, IHostEnvironment? host) : IValidateOptions<SecureMailOptions>
{
    public ValidateOptionsResult Validate(string? optionsName, SecureMailOptions options)
    {
        if (optionsName != name)
            return ValidateOptionsResult.Skip;
        var failures = Environment(options).Concat(Sender(options.Sender, options.OpenPgp.SigningKey is not null)).Concat(Anchors(options)).Concat(Recipients(options)).Concat(DecryptionKeys(options)).Concat(StorageKeys(options.Outbox)).Concat(new EvidenceOptionsCheck($"{section}:Outbox:TimeStamps").Failures(options.Outbox.TimeStamps, options.Environment))
            .Concat(Revocation(options.Revocation)).Concat(OpenPgp(options.OpenPgp)).Concat(new WebKeyOptionsCheck($"{section}:OpenPgp:WebKeyDirectory").Failures(options)).Concat(new GatewayOptionsCheck(section).Failures(options));
        return failures.ToList() is { Count: > 0 } found ? ValidateOptionsResult.Fail(found) : ValidateOptionsResult.Success;
    }

    private IEnumerable<string> Environment(SecureMailOptions options)
    {
        if (options.Environment is SecureMailEnvironment.Sandbox && SandboxGuard.SandboxRefusal(section, host) is { } refusal)
            yield return refusal;
        if (options.Smtp is { User: not null, Password: null })
            yield return $"{section}:Smtp: a user is set without a password.";
        if (options.Smtp?.LocalName is { } local && Uri.CheckHostName(local) is UriHostNameType.Unknown)
            yield return $"{section}:Smtp:LocalName is no host name.";
    }

    private IEnumerable<string> Sender(SenderOptions sender, bool hasOpenPgp)
    {
        if (!MailAddressSyntax.IsValid(sender.Address))
            yield return $"{section}:Sender:Address is no mail address.";
        if (sender.DisplayName is { } display && display.Any(char.IsControl))
            yield return $"{section}:Sender:DisplayName holds control characters.";
        if ((sender.Certificate.IsSet() || !hasOpenPgp) && Problem(() => sender.Certificate.ToSource().Get()) is { } problem)
            yield return $"{section}:Sender:Certificate: {problem}";
        if (sender.EncryptionCertificate is { } own && Problem(() => own.ToSource().Get()) is { } encryption)
            yield return $"{section}:Sender:EncryptionCertificate: {encryption}";
        if (Problem(() => PemCertificates.ReadOptional(sender.IntermediatesPem)) is { } chain)
            yield return $"{section}:Sender:IntermediatesPem: {chain}";
    }

    private IEnumerable<string> Anchors(SecureMailOptions options)
    {
        if (Problem(() => PemCertificates.Read(options.TrustAnchorsPem)) is { } problem)
            yield return $"{section}:TrustAnchorsPem: {problem}";
        else if (options.Environment is SecureMailEnvironment.Production && PemCertificates.Read(options.TrustAnchorsPem).Any(SandboxGuard.IsOfSandbox))
            yield return $"{section}:TrustAnchorsPem holds a Sandbox's root. Production must not trust it: every Sandbox makes its own.";
        if (Problem(() => PemCertificates.ReadOptional(options.TimeStampAnchorsPem)) is { } stamps)
            yield return $"{section}:TimeStampAnchorsPem: {stamps}";
        else if (options.Environment is SecureMailEnvironment.Production && PemCertificates.ReadOptional(options.TimeStampAnchorsPem).Any(SandboxGuard.IsOfSandbox))
            yield return $"{section}:TimeStampAnchorsPem holds a Sandbox's root. Production must not trust it: every Sandbox makes its own.";
        if (Problem(() => PemCertificates.ReadOptional(options.Smtp.TrustAnchorsPem)) is { } server)
            yield return $"{section}:Smtp:TrustAnchorsPem: {server}";
        else if (options.Environment is SecureMailEnvironment.Production && PemCertificates.ReadOptional(options.Smtp.TrustAnchorsPem).Any(SandboxGuard.IsOfSandbox))
            yield return $"{section}:Smtp:TrustAnchorsPem holds a Sandbox's root. Production must not trust it: every Sandbox makes its own.";
    }

    private IEnumerable<string> Recipients(SecureMailOptions options)
    {
        foreach (var (index, recipient) in options.Recipients.Index())
        {
            if (!MailAddressSyntax.IsValid(recipient.Address))
                yield return $"{section}:Recipients:{index}:Address is no mail address.";
            if (recipient.OpenPgpKey is { } key && Problem(() => KeyText.ReadPublic(KeyPlace.Read(key))) is { } unreadable)
                yield return $"{section}:Recipients:{index}:OpenPgpKey: {unreadable}";
            if ((recipient.OpenPgpKey is null || !string.IsNullOrWhiteSpace(recipient.CertificatePem)) && Problem(() => PemCertificates.Read(recipient.CertificatePem)) is { } problem)
                yield return $"{section}:Recipients:{index}:CertificatePem: {problem}";
        }

        if (options.Recipients.GroupBy(recipient => recipient.Address, StringComparer.OrdinalIgnoreCase).Any(same => same.Count() > 1))
            yield return $"{section}:Recipients names an address twice, so it is not clear which certificate counts.";
    }

    private IEnumerable<string> DecryptionKeys(SecureMailOptions options) => options.DecryptionKeys.Index()
        .Select(key => (key.Index, Problem: Problem(() => key.Item.ToSource().Get())))
        .Where(key => key.Problem is not null)
        .Select(key => $"{section}:DecryptionKeys:{key.Index}: {key.Problem}");

    private IEnumerable<string> StorageKeys(OutboxOptions outbox) => outbox.StorageKeys.Index()
        .Select(key => (key.Index, Problem: Problem(() => RequireEncrypting(key.Item.ToSource().Get()))))
        .Where(key => key.Problem is not null)
        .Select(key => $"{section}:Outbox:StorageKeys:{key.Index}: {key.Problem}");

    private IEnumerable<string> Revocation(RevocationOptions revocation)
    {
        foreach (var (index, path) in revocation.ListPaths.Index())
        {
            if (!new RevocationListFile(path).HoldsLists)
                yield return $"{section}:Revocation:ListPaths:{index}: the file cannot be read, or holds no revocation list in DER or PEM form (BEGIN X509 CRL).";
        }

        if (revocation.Lists.Any(list => !RevocationListFile.HoldLists(list)))
            yield return $"{section}:Revocation:Lists has an item that is no revocation list in DER or PEM form (BEGIN X509 CRL).";
        if (revocation.TrustedHosts.Any(host => Uri.CheckHostName(host) is UriHostNameType.Unknown))
            yield return $"{section}:Revocation:TrustedHosts has an item that is no host name or address. Name hosts without scheme and port.";
        if (revocation.Proxy is { } proxy && !(proxy.IsAbsoluteUri && proxy.Scheme is "http" or "https"))
            yield return $"{section}:Revocation:Proxy is no http address.";
    }

    private IEnumerable<string> OpenPgp(OpenPgpOptions options)
    {
        if (options.SigningKey is { } signing && Problem(() => SecretKeySource.Of(signing).Get()) is { } problem)
            yield return $"{section}:OpenPgp:SigningKey: {problem}";
        foreach (var (index, key) in options.DecryptionKeys.Index())
        {
            if (Problem(() => SecretKeySource.Of(key).Get()) is { } unreadable)
                yield return $"{section}:OpenPgp:DecryptionKeys:{index}: {unreadable}";
        }
    }

    private static void RequireEncrypting(X509Certificate2 key)
    {
        if (!KeyStrength.IsEnoughToEncrypt(key))
            throw new CertificateSourceException("The key is none that encrypts, or it is too short.");
    }

    private static string? Problem(Action load)
    {
        try
        {
            load();
            return null;
        }
        catch (CertificateSourceException exception)
        {
            return exception.Message;
        }
    }
}
