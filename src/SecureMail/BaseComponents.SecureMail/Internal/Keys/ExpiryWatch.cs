using Microsoft.Extensions.Logging;

namespace BaseComponents.SecureMail.Internal.Keys;

/// <summary>Looks once a day, when a mail is sent, whether certificates end soon, and says so in the log.</summary>
internal sealed class ExpiryWatch(TimeProvider clock, ILogger<ExpiryWatch> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);
    private long _next = DateTimeOffset.MinValue.UtcTicks;

    public void Look(MailSettings settings)
    {
        var now = clock.GetUtcNow();
        var next = Interlocked.Read(ref _next);
        if (now.UtcTicks < next || Interlocked.CompareExchange(ref _next, (now + Pause).UtcTicks, next) != next)
            return;
        foreach (var ending in OwnCertificates.Of(settings, now).Where(lifetime => lifetime.EndsSoon))
            logger.EndsSoon(ending.Role, ending.Index, (int)Math.Floor(ending.Left.TotalDays), ending.Thumbprint[..8]);
    }
}
