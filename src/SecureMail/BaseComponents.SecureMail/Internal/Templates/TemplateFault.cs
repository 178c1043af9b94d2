namespace BaseComponents.SecureMail.Internal.Templates;

/// <summary>What is wrong with a template or its values. Names of placeholders are said, values never.</summary>
internal static class TemplateFault
{
    public static SecureMailException Invalid(string what) => new(SecureMailErrors.TemplateInvalid, $"The template was not taken. {what}");

    public static SecureMailException Values(string what) => new(SecureMailErrors.TemplateValues, $"The template was not filled in. {what}");
}
