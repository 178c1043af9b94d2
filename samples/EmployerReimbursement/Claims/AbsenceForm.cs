namespace EmployerReimbursement.Claims;

/// <summary>One absence as it was typed.</summary>
public sealed class AbsenceForm
{
    public string? Date { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    public bool NextDay { get; set; }

    public string? Duty { get; set; }

    public string? Gross { get; set; }

    public string? Share { get; set; }
}
