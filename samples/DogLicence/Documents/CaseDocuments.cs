using DogLicence.Cases;
using DogLicence.Registration;
using Microsoft.Extensions.Options;

namespace DogLicence.Documents;

/// <summary>Makes the documents of a case.</summary>
public sealed class CaseDocuments(CasePdf pdf, IOptionsMonitor<DogTaxOptions> tax)
{
    public CaseSheet Sheet(OpenCase open, Proof? proof) => CaseSheet.Of(open, tax.CurrentValue, proof);

    public byte[] Pdf(OpenCase open, Proof? proof) => pdf.Write(Sheet(open, proof));

    public byte[] Csv(OpenCase open, Proof? proof) => CaseCsv.Write(Sheet(open, proof));

    public byte[] Xml(OpenCase open) => CaseXml.Write(open, tax.CurrentValue);
}
