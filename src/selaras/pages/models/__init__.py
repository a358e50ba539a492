"""Page types, and what belongs to an institution's site beside its pages."""

from selaras.pages.models.adoptions import AdoptedText, Adoption
from selaras.pages.models.articles import ArticlePage, RelatedArticle
from selaras.pages.models.base import BasePage, ContentPage, InformationClass
from selaras.pages.models.corrections import Correction
from selaras.pages.models.emergencies import EmergencyPage
from selaras.pages.models.imported import ImportedItem
from selaras.pages.models.profile import Channel, ContactDetail, Service, SiteProfile
from selaras.pages.models.publications import Publication, PublishedContent
from selaras.pages.models.releases import Release, ReleaseItem
from selaras.pages.models.reports import WrongInformationReport
from selaras.pages.models.sections import SectionPage
from selaras.pages.models.standing import ContactPage, DocumentPage, InformationPage
from selaras.pages.models.subjects import PageSubject, Subject
from selaras.pages.models.workflow import InstitutionApproval

__all__ = [
    "AdoptedText",
    "Adoption",
    "ArticlePage",
    "BasePage",
    "Channel",
    "ContactDetail",
    "ContactPage",
    "ContentPage",
    "Correction",
    "DocumentPage",
    "EmergencyPage",
    "ImportedItem",
    "InformationClass",
    "InformationPage",
    "InstitutionApproval",
    "PageSubject",
    "Publication",
    "PublishedContent",
    "RelatedArticle",
    "Release",
    "ReleaseItem",
    "SectionPage",
    "Service",
    "SiteProfile",
    "Subject",
    "WrongInformationReport",
]
