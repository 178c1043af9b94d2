using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HealthCertificate.Instruction;

/// <summary>What the page of the instruction sends: answers, declaration, and where the citizen is told.</summary>
public sealed class DeclarationForm
{
    public const string NothingKnown = "keine";
    public const string Unsure = "unsicher";
    private const int LongestCertificate = 8000;

    public string? Frage1 { get; set; }

    public string? Frage2 { get; set; }

    public string? Frage3 { get; set; }

    public string? Erklaerung { get; set; }

    public string? Mail { get; set; }

    public string? Zertifikat { get; set; }

    public string? AnswerTo(ControlQuestion question) => question.Id switch
    {
        nameof(Frage1) => Frage1,
        nameof(Frage2) => Frage2,
        _ => Frage3,
    };

    /// <summary>Adds what is wrong, and cleans what is right.</summary>
    public void Check(FieldErrors errors)
    {
        foreach (var question in ControlQuestion.All)
        {
            if (errors.Choice(question.Id, AnswerTo(question), question.Text, question.Answers.Select(answer => answer.Value)) is { } given && given != question.Right)
                errors.Add(question.Id, $"{question.Text} Das ist nicht richtig. {question.Hint}");
        }

        errors.Choice(nameof(Erklaerung), Erklaerung, "Ihre Erklärung", NothingKnown, Unsure);
        Mail = errors.Mail(nameof(Mail), Mail) ?? (errors.For(nameof(Mail)) is null ? null : Mail);
        Zertifikat = string.IsNullOrWhiteSpace(Zertifikat) ? null : Zertifikat.Trim();
        if (Zertifikat is not null)
            CheckCertificate(Zertifikat, errors);
    }

    private void CheckCertificate(string pem, FieldErrors errors)
    {
        if (pem.Contains("PRIVATE KEY", StringComparison.OrdinalIgnoreCase))
        {
            Zertifikat = null;
            errors.Add(nameof(Zertifikat), "Zertifikat: Das ist ein privater Schlüssel. Geben Sie ihn niemandem. Wir brauchen nur das Zertifikat; es beginnt mit „BEGIN CERTIFICATE“.");
        }
        else if (Mail is null)
            errors.Add(nameof(Mail), "E-Mail-Adresse: Bitte geben Sie die Adresse an, für die das Zertifikat gilt.");
        else if (pem.Length > LongestCertificate || !IsCertificate(pem))
            errors.Add(nameof(Zertifikat), "Zertifikat: Der Text ist kein Zertifikat in der Form PEM. Er beginnt mit „-----BEGIN CERTIFICATE-----“.");
    }

    private static bool IsCertificate(string pem)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
