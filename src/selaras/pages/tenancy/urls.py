"""Wagtail's admin, where each view shows what is one's own."""

from wagtail.admin import urls as admin_urls

from selaras.pages.tenancy import choosing, libraries, usage
from selaras.pages.tenancy.redirects import views as redirects
from selaras.pages.tenancy.replacing import replace
from selaras.pages.tenancy.tags import autocomplete

VIEWS = {
    "wagtailadmin_choose_page": choosing.OwnBrowsing,
    "wagtailadmin_choose_page_child": choosing.OwnBrowsing,
    "wagtailadmin_choose_page_search": choosing.OwnFinding,
    "wagtailadmin_choose_page_chosen_multiple": choosing.OwnChosen,
    "wagtailadmin_choose_page_external_link": choosing.OwnLinking,
    "wagtailadmin_tag_autocomplete": autocomplete,
    "wagtailadmin_tag_model_autocomplete": autocomplete,
    "wagtailimages:index": libraries.OwnPictures,
    "wagtailimages:index_results": libraries.OwnPictures,
    "wagtailimages:image_usage": usage.OwnPictureUsage,
    "wagtailimages_chooser:choose": libraries.OwnPictureChooser,
    "wagtaildocs:index": libraries.OwnFiles,
    "wagtaildocs:index_results": libraries.OwnFiles,
    "wagtaildocs:document_usage": usage.OwnFileUsage,
    "wagtailredirects:index": redirects.OwnRedirects,
    "wagtailredirects:index_results": redirects.OwnRedirects,
    "wagtailredirects:add": redirects.OwnRedirectAdding,
    "wagtailredirects:edit": redirects.OwnRedirectEditing,
}

urlpatterns = replace(admin_urls.urlpatterns, VIEWS)
