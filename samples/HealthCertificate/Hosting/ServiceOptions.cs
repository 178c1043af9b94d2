using System.ComponentModel.DataAnnotations;

namespace HealthCertificate.Hosting;

/// <summary>Settings of the service itself, section <c>HealthCertificate</c>.</summary>
public sealed class ServiceOptions
{
    /// <summary>The address citizens use. Links to ourselves are built from it, never from a request header.</summary>
    [Required]
    public Uri PublicAddress { get; set; } = null!;

    /// <summary>LeiKa key of the service (Leistungsschlüssel).</summary>
    [Required, RegularExpression("^99[0-9]{12}$")]
    public string LeikaKey { get; set; } = "";

    /// <summary>Fee in euros (Gebühr). There is no default: each district sets its own.</summary>
    [Range(0.01, 10_000)]
    public decimal Fee { get; set; }

    /// <summary>What the fee is based on (Gebührensatzung).</summary>
    [Required]
    public string FeeStatute { get; set; } = "";

    /// <summary>From this age on people declare for themselves (§ 43 Abs. 6 IfSG).</summary>
    [Range(14, 21)]
    public int MinimumAge { get; set; } = 18;

    /// <summary>Forms one address may send per minute; also what keeps a program from holding every seat.</summary>
    [Range(1, 100_000)]
    public int FormsPerMinute { get; set; } = 30;

    /// <summary>How often is looked for work that waits.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "01:00:00")]
    public TimeSpan WorkInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Private key that protects the keys at rest: a PKCS#12 file.</summary>
    public string? KeyProtectionCertificatePath { get; set; }

    public string? KeyProtectionCertificatePassword { get; set; }
}
