using System.ComponentModel.DataAnnotations;

namespace EmployerReimbursement.Hosting;

/// <summary>What is particular to this service. Section <c>EmployerReimbursement</c>.</summary>
public sealed class ServiceOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "EmployerReimbursement";

    /// <summary>Where browsers reach the service. Never taken from a request.</summary>
    [Required]
    public Uri PublicAddress { get; set; } = null!;

    /// <summary>Key of the service in the catalogue of services (LeiKa).</summary>
    [Required, RegularExpression("^99[0-9]{12}$")]
    public string LeikaKey { get; set; } = "";

    /// <summary>What the reimbursement rests on (Rechtsgrundlage), as pages and documents name it.</summary>
    [Required]
    public string Statute { get; set; } = "";

    /// <summary>Until when it is to be applied for (Frist), as the first page says it. The office decides who is late, not a program.</summary>
    [Required]
    public string Deadline { get; set; } = "";

    /// <summary>Most absences in one application.</summary>
    /// <value>50</value>
    [Range(1, 500)]
    public int MostAbsences { get; set; } = 50;

    /// <summary>Largest confirmation of the fire brigade, in bytes.</summary>
    /// <value>5 MB</value>
    [Range(1024, 20 * 1024 * 1024)]
    public int MaximumProofSize { get; set; } = 5 * 1024 * 1024;

    /// <summary>Forms one address may send per minute.</summary>
    /// <value>60</value>
    [Range(1, 100_000)]
    public int FormsPerMinute { get; set; } = 60;

    /// <summary>Days after its last change in which an application that nobody sent is deleted.</summary>
    /// <value>7</value>
    [Range(1, 365)]
    public int DraftDays { get; set; } = 7;

    /// <summary>Days after its hand-over in which an application is deleted here.</summary>
    /// <value>30</value>
    [Range(1, 365)]
    public int SubmittedDays { get; set; } = 30;

    /// <summary>How often is looked for mails to seal, mails that were accepted, and applications to delete.</summary>
    /// <value>10 seconds</value>
    [Range(typeof(TimeSpan), "00:00:00.050", "01:00:00")]
    public TimeSpan UpkeepInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Private key that protects the keys at rest: a PKCS#12 file. On Windows the operating system protects them without it.</summary>
    public string? KeyProtectionCertificatePath { get; set; }

    /// <summary>Password of that file.</summary>
    public string? KeyProtectionCertificatePassword { get; set; }
}
