namespace BaseComponents.Eid.Wire.Amt24;

/// <summary>The names of the metadata, the same in both formats.</summary>
internal static class ExportNames
{
    public const string FormId = "formId";
    public const string Mailbox = "postfachHandleId";
    public const string CreationDate = "creationDate";
    public const string Pdf = "pdfApplicantFormBase64";
}
